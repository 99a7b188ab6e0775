package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;
import kelvin.numeric.PartitionFunction.Quantity;

/**
 * Solves for the inverse temperature β at which a Gibbs distribution has a stated entropy, mean gap or weight.
 *
 * <pre>
 *   p[i] ∝ exp(−β·gap[i]),   gap[i] ≥ 0, the least of them 0
 * </pre>
 *
 * <p>Halley's method on the logarithm of the quantity as a function of ln β, kept between two bounds: its derivatives are cumulants
 * of the gaps, which one pass with an exponential per gap gives. From a start in closed form, three or four passes reach the
 * rounding of the quantity. The result depends on the gaps and the target alone, never on what was solved before.
 *
 * <p>Gaps are scaled by a power of two so that the largest is in [1, 2); β counts in that unit. It is {@code NaN}, and has to be
 * found in another way, where the smallest gap is lost beside the largest, where the quantity is too small for a double, or
 * where rounding hides the solution.
 */
@Stability(MAY_CHANGE)
public final class InverseTemperature {
    private static final double MIN_GAP = 0x1p-300;
    private static final double MIN_TARGET = 0x1p-900;

    /** The relative step from which Halley's method reaches the rounding errors, its error being of third order. */
    private static final double LAST_STEP = 0x1p-21;

    /** The logarithm of quantity/target that is all rounding. */
    private static final double MIN_EXCESS = 0x1p-50;

    private static final int MAX_PASSES = 40;

    /** The divergence from uniform up to which it is solved for instead of the entropy, of which it would be a small difference. */
    private static final double MAX_DIVERGENCE = 0.1;

    /** The largest β·(mean gap) at which the divergence summed up about the mean keeps its digits. */
    private static final double MAX_SHIFT = 16;

    private final PartitionFunction function = new PartitionFunction();
    private int exponent;
    private boolean usable;

    /** Creates a solver without gaps. */
    public InverseTemperature() {}

    /**
     * Replaces the gaps.
     *
     * @param ascending the gaps in ascending order, the first of them 0 and the last of those used above 0
     * @param size how many of them, from the first on
     * @return this
     */
    public InverseTemperature over(double[] ascending, int size) {
        double largest = ascending[size - 1];
        exponent = largest < Double.MIN_NORMAL ? Math.getExponent(largest * 0x1p60) - 60 : Math.getExponent(largest);
        function.over(ascending, size, exponent);
        usable = largest < Double.POSITIVE_INFINITY
                && function.smallest() >= MIN_GAP
                && ascending[function.ties() - 1] == 0;
        return this;
    }

    /**
     * Returns the exponent of the unit of gaps.
     *
     * @return e, where the largest gap is in [2ᵉ, 2ᵉ⁺¹)
     */
    public int exponent() {
        return exponent;
    }

    /**
     * Returns where the probability of the smallest gap, ties taken together, has some value.
     *
     * @param probability in (0, 1]
     * @return β·2ᵉ; 0 where uniform is nearest, +∞ where the limit is, {@code NaN} where it has to be found in another way
     */
    public double ofBest(double probability) {
        if (!usable) {
            return Double.NaN;
        }
        double target = function.ties() * ((1 - probability) / probability);
        int rest = function.size() - function.ties();
        if (target >= rest) {
            return 0;
        }
        double smallest = function.smallest();
        double hot = Log.of(rest / target) * rest / (function.mean() * function.size());
        return solve(Quantity.OTHERS, target, Math.max(hot, -Log.of(target) / smallest));
    }

    /**
     * Returns where the mean gap has some value.
     *
     * @param gap the mean, in the unit of the gaps given
     * @return as {@link #ofBest} does
     */
    public double ofMean(double gap) {
        double target = Math.scalb(gap, -exponent);
        if (!usable) {
            return Double.NaN;
        }
        if (target >= function.mean()) {
            return 0;
        }
        double smallest = function.smallest();
        double cold = Log.of(smallest / (target * function.ties())) / smallest;
        return solve(Quantity.MEAN, target, Math.max((function.mean() - target) / function.variance(), cold));
    }

    /**
     * Returns where the entropy has some value.
     *
     * @param entropy in nats
     * @return as {@link #ofBest} does
     */
    public double ofEntropy(double entropy) {
        return ofInformation(Log.of(function.size()) - entropy, entropy - Log.of(function.ties()));
    }

    /**
     * Returns where the divergence from the uniform distribution has some value, with all its digits however small.
     *
     * @param divergence in nats
     * @return as {@link #ofBest} does
     */
    public double ofDivergence(double divergence) {
        return ofInformation(divergence, Log.of(function.size()) - Log.of(function.ties()) - divergence);
    }

    /** Solves by the distance to uniform where it is small, else by that to greedy. */
    private double ofInformation(double aboveUniform, double aboveGreedy) {
        if (!usable) {
            return Double.NaN;
        }
        if (aboveUniform <= 0) {
            return 0;
        }
        double start = Math.sqrt(2 * aboveUniform / function.variance());
        if (aboveUniform < Math.min(MAX_DIVERGENCE, aboveGreedy)) {
            double beta = solve(Quantity.DIVERGENCE, aboveUniform, start);
            if (!(beta * function.mean() > MAX_SHIFT)) {
                return beta;
            }
        }
        if (aboveGreedy < 0.5) {
            double digits = -Log.of(aboveGreedy);
            start = Math.max(start, (digits + Log.of(1 + digits)) / function.smallest());
        }
        return solve(Quantity.ENTROPY, aboveGreedy, start);
    }

    private double solve(Quantity quantity, double target, double start) {
        if (target <= 0) {
            return Double.POSITIVE_INFINITY;
        }
        if (target < MIN_TARGET) {
            return Double.NaN;
        }
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double beta = start;
        for (int pass = 0; pass < MAX_PASSES; pass++) {
            double ratio = function.ratio(quantity, target, beta);
            if (ratio > 1) {
                low = beta;
            } else {
                high = beta;
            }
            double excess = logarithm(ratio);
            double slope = function.slope();
            double step = -2 * excess * slope / (2 * slope * slope - excess * function.bend());
            double next = beta + beta * step;
            boolean inside = next > low && next < high;
            if (Math.abs(step) < LAST_STEP || Math.abs(excess) < MIN_EXCESS) {
                return inside ? next : beta;
            }
            beta = inside ? next : between(low, high);
        }
        return Double.NaN;
    }

    private static double between(double low, double high) {
        if (high == Double.POSITIVE_INFINITY) {
            return 2 * low;
        }
        return low == 0 ? high / 4 : Math.sqrt(low) * Math.sqrt(high);
    }

    /** Returns the logarithm, exact to fourth order about 1 and of the right sign elsewhere, where it is a step's only guide. */
    private static double logarithm(double ratio) {
        return ratio > 0.125 && ratio < 8 ? 3 * (ratio - 1) * (ratio + 1) / (ratio * (ratio + 4) + 1) : Log.of(ratio);
    }
}
