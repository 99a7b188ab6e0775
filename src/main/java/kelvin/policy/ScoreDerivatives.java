package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Stability;
import kelvin.numeric.Exp;
import kelvin.numeric.NeumaierSum;

/**
 * Scored policies with derivatives. With p ∝ exp(score), everything follows from how fast the score moves:
 *
 * <pre>
 *   ∂ ln p[a]/∂q[i] = ([i = a] − p[i])·slope[i]/τ
 * </pre>
 */
@Stability(STABLE)
public interface ScoreDerivatives extends ScoredPolicy, DifferentiablePolicy, Tempered {
    /** Returns the logarithm of the derivative of ln weight by logit, in [−∞, 0]. */
    double logSlope(double value);

    /** Returns how much more ln weight falls with ln τ at one value than at another; both finite. */
    double heatShift(double value, double other);

    @Override
    default void logGradient(double[] values, int action, double[] out) {
        logGradient(values, action, out, new NeumaierSum());
    }

    /** Writes the same, by a compensated sum that is cleared before. */
    default void logGradient(double[] values, int action, double[] out, NeumaierSum others) {
        double best = ValueChecks.best(values, out);
        requireOpen(values, action);
        double sum = 1 + rest(values, best, others);
        double logSlope = logSlope(values[action]);
        others.clear();
        for (int i = 0; i < values.length; i++) {
            double score = score(values[i], best);
            others.add(i == action ? 0 : share(score + logSlope, sum, temperature()));
            out[i] = -share(score + logSlope(values[i]), sum, temperature());
        }
        out[action] = others.value();
    }

    @Override
    default double logGradientByTemperature(double[] values, int action) {
        double best = ValueChecks.best(values);
        requireOpen(values, action);
        double sum = 1 + rest(values, best);
        double divisor = Math.max(temperature(), 0x1p-900);
        NeumaierSum total = new NeumaierSum();
        for (double value : values) {
            double share = share(score(value, best), sum, divisor);
            total.add(share == 0 ? 0 : share * heatShift(value, values[action]));
        }
        return total.value() * (divisor / temperature());
    }

    @Override
    default void jacobian(double[] values, double[][] out) {
        double best = ValueChecks.best(values);
        double sum = 1 + rest(values, best);
        if (out.length != values.length) {
            throw new IllegalArgumentException(
                    "out.length = " + out.length + ", must be values.length = " + values.length);
        }
        double[] p = probabilities(values);
        for (int a = 0; a < p.length; a++) {
            NeumaierSum others = new NeumaierSum();
            for (int i = 0; i < p.length; i++) {
                int rarer = p[i] < p[a] ? i : a;
                double by = p[i + a - rarer];
                double score = score(values[rarer], best);
                others.add(i == a ? 0 : by * share(score + logSlope(values[a]), sum, temperature()));
                out[a][i] = -by * share(score + logSlope(values[i]), sum, temperature());
            }
            out[a][a] = others.value();
        }
    }

    /**
     * Returns e^score/sum/divisor. A weight too small for a double may still count once divided by a small temperature:
     * half of the exponential is then held back until after the division.
     */
    private static double share(double score, double sum, double divisor) {
        double weight = Exp.of(score);
        if (weight >= 0x1p-960) {
            return weight / sum / divisor;
        }
        double half = Exp.of(score / 2);
        return half / divisor * half / sum;
    }

    private static void requireOpen(double[] values, int action) {
        if (values[action] == Double.NEGATIVE_INFINITY) {
            throw new IllegalArgumentException("values[" + action
                    + "] = -Infinity: a closed action has probability 0, whose logarithm has no derivative");
        }
    }
}
