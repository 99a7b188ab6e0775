package kelvin.learner;

import java.util.Arrays;
import java.util.BitSet;
import kelvin.numeric.Exp;

/**
 * The probability that each of several means with Gumbel noise of its own scale is the largest.
 *
 * <pre>
 *   P(i is largest) = ∫ exp(z − exp(z))·∏ exp(−exp((m[j] − m[i] + s[i]·z)/s[j])) dz,   j over all others
 * </pre>
 *
 * <p>The integrand is analytic in a strip about the real line, so the trapezoidal rule converges exponentially: with a step of 1/4,
 * divided by the largest s[i]/s[j], its error is below 10⁻¹⁶.
 */
final class GumbelRace {
    /** The distance of the nodes of the trapezoidal rule, at equal scales. */
    private static final double NODE_DISTANCE = 0.25;

    /** Below, exp(z) does not matter; above, exp(−exp(z)) is nothing. */
    private static final double MIN_NODE = -39;

    private static final double MAX_NODE = 4;

    private GumbelRace() {}

    /** Writes the probabilities; an infinite scale stands for an action that comes before all of finite scale. */
    static void probabilities(double[] means, double[] scales, BitSet open, double[] out) {
        Arrays.fill(out, 0);
        int unknown = 0;
        int calmest = open.nextSetBit(0);
        for (int i = calmest; i >= 0; i = open.nextSetBit(i + 1)) {
            unknown += Double.isInfinite(scales[i]) ? 1 : 0;
            calmest = scales[i] < scales[calmest] ? i : calmest;
        }
        boolean two = open.cardinality() == 2;
        double rest = 1;
        for (int i = open.nextSetBit(0); i >= 0; i = open.nextSetBit(i + 1)) {
            if (unknown > 0) {
                out[i] = Double.isInfinite(scales[i]) ? 1.0 / unknown : 0;
            } else if (!two || i == calmest) {
                out[i] = largest(i, means, scales, open);
                rest = 1 - out[i];
            }
        }
        if (two && unknown == 0) { // the other's integral would take a finer step
            out[open.length() - 1 == calmest ? open.nextSetBit(0) : open.length() - 1] = Math.max(0, rest);
        }
    }

    private static double largest(int i, double[] means, double[] scales, BitSet open) {
        double step = NODE_DISTANCE;
        for (int j = open.nextSetBit(0); j >= 0; j = open.nextSetBit(j + 1)) {
            step = Math.min(step, NODE_DISTANCE * scales[j] / scales[i]);
        }
        double sum = 0;
        for (long k = (long) Math.floor(MIN_NODE / step); k * step < MAX_NODE; k++) {
            double z = k * step;
            double exponent = z;
            for (int j = open.nextSetBit(0); j >= 0; j = open.nextSetBit(j + 1)) {
                exponent -= Exp.of((means[j] - means[i] + scales[i] * z) / scales[j]);
            }
            sum += Exp.of(exponent);
        }
        return sum * step;
    }
}
