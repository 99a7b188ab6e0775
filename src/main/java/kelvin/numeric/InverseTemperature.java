package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

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

    /** The numbers summed up apart, so that rounding errors grow with the number of blocks. */
    private static final int BLOCK = 32;

    /** The depth beyond which no weight is above 0. */
    private static final double MAX_DEPTH = 746;

    private enum Quantity {
        OTHERS,
        MEAN,
        ENTROPY,
        DIVERGENCE
    }

    private double[] gaps = {};
    private int n;
    private int ties;
    private int exponent;
    private boolean usable;
    private double mean;
    private double variance;

    /** Σ over the gaps above 0 of weight·depthᵏ, k = 0 to 3, where depth = β·gap. */
    private double sum0;

    private double sum1;
    private double sum2;
    private double sum3;

    /** The derivatives of the logarithm of the quantity by β, times β and β². */
    private double slope;

    private double bend;

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
        n = size;
        if (gaps.length < n) {
            gaps = new double[n];
        }
        double largest = ascending[n - 1];
        exponent = largest < Double.MIN_NORMAL ? Math.getExponent(largest * 0x1p60) - 60 : Math.getExponent(largest);
        int half = -exponent / 2;
        double first = Math.scalb(1.0, half);
        double second = Math.scalb(1.0, -exponent - half);
        double total = 0;
        double squares = 0;
        ties = 0;
        for (int i = 0; i < n; i++) {
            double gap = ascending[i] * first * second;
            gaps[i] = gap;
            ties += gap == 0 ? 1 : 0;
            total += gap;
            squares += gap * gap;
        }
        mean = total / n;
        variance = squares / n - mean * mean;
        usable = largest < Double.POSITIVE_INFINITY && gaps[ties] >= MIN_GAP && ascending[ties - 1] == 0;
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
        double target = ties * ((1 - probability) / probability);
        int rest = n - ties;
        if (target >= rest) {
            return 0;
        }
        double smallest = gaps[ties];
        double hot = Log.of(rest / target) * rest / (mean * n);
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
        if (target >= mean) {
            return 0;
        }
        double smallest = gaps[ties];
        double cold = Log.of(smallest / (target * ties)) / smallest;
        return solve(Quantity.MEAN, target, Math.max((mean - target) / variance, cold));
    }

    /**
     * Returns where the entropy has some value.
     *
     * @param entropy in nats
     * @return as {@link #ofBest} does
     */
    public double ofEntropy(double entropy) {
        return ofInformation(Log.of(n) - entropy, entropy - Log.of(ties));
    }

    /**
     * Returns where the divergence from the uniform distribution has some value, with all its digits however small.
     *
     * @param divergence in nats
     * @return as {@link #ofBest} does
     */
    public double ofDivergence(double divergence) {
        return ofInformation(divergence, Log.of(n) - Log.of(ties) - divergence);
    }

    /** Solves by the distance to uniform where it is small, else by that to greedy. */
    private double ofInformation(double aboveUniform, double aboveGreedy) {
        if (!usable) {
            return Double.NaN;
        }
        if (aboveUniform <= 0) {
            return 0;
        }
        double start = Math.sqrt(2 * aboveUniform / variance);
        if (aboveUniform < Math.min(MAX_DIVERGENCE, aboveGreedy)) {
            double beta = solve(Quantity.DIVERGENCE, aboveUniform, start);
            if (!(beta * mean > MAX_SHIFT)) {
                return beta;
            }
        }
        if (aboveGreedy < 0.5) {
            double digits = -Log.of(aboveGreedy);
            start = Math.max(start, (digits + Log.of(1 + digits)) / gaps[ties]);
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
            double ratio = ratio(quantity, target, beta);
            if (ratio > 1) {
                low = beta;
            } else {
                high = beta;
            }
            double excess = logarithm(ratio);
            double step = -2 * excess * slope / (2 * slope * slope - excess * bend);
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

    /** Returns the quantity over its target, or for the one that rises with β the inverse; keeps the derivatives. */
    private double ratio(Quantity quantity, double target, double beta) {
        if (quantity == Quantity.DIVERGENCE) {
            return divergence(target, beta);
        }
        sum(beta);
        if (quantity == Quantity.OTHERS) {
            slope = -sum1 / sum0;
            bend = sum2 / sum0 - slope * slope;
            return sum0 / target;
        }
        double by = 1 / (ties + sum0);
        double depth = sum1 * by;
        double square = sum2 * by;
        double spread = square - depth * depth;
        double skew = sum3 * by - depth * (3 * square - 2 * depth * depth);
        boolean entropy = quantity == Quantity.ENTROPY;
        double value = entropy ? Log1p.of(sum0 / ties) + depth : depth;
        slope = -spread / value;
        bend = (entropy ? skew - spread : skew) / value - slope * slope;
        return entropy ? value / target : value / (beta * target);
    }

    private void sum(double beta) {
        sum0 = 0;
        sum1 = 0;
        sum2 = 0;
        sum3 = 0;
        int end = n;
        for (int from = ties; from < end; from += BLOCK) {
            int to = Math.min(end, from + BLOCK);
            double block0 = 0;
            double block1 = 0;
            double block2 = 0;
            double block3 = 0;
            for (int i = from; i < to; i++) {
                double depth = beta * gaps[i];
                if (depth > MAX_DEPTH) {
                    end = i;
                    break;
                }
                double weight = Exp.of(-depth);
                double first = weight * depth;
                double second = first * depth;
                block0 += weight;
                block1 += first;
                block2 += second;
                block3 += second * depth;
            }
            sum0 += block0;
            sum1 += block1;
            sum2 += block2;
            sum3 += block3;
        }
    }

    /**
     * Returns the target over KL(p‖uniform), with x = β·(mean gap − gap) as Σ x·(eˣ − 1)/S − ln(S/n) and S = n + Σ (eˣ − 1 − x), whose
     * terms are never negative: Σ x = 0 but for rounding, which counts to second order only.
     */
    private double divergence(double target, double beta) {
        double sum = 0;
        double first = 0;
        double second = 0;
        double third = 0;
        for (int from = 0; from < n; from += BLOCK) {
            int to = Math.min(n, from + BLOCK);
            double block0 = 0;
            double block1 = 0;
            double block2 = 0;
            double block3 = 0;
            for (int i = from; i < to; i++) {
                double x = beta * (mean - gaps[i]);
                double curve = Math.abs(x) < 0.5 ? x * x * series(x) : Exp.of(x) - 1 - x;
                double growth = x + curve;
                double square = x * x * (1 + growth);
                block0 += curve;
                block1 += x * growth;
                block2 += square;
                block3 += x * square;
            }
            sum += block0;
            first += block1;
            second += block2;
            third += block3;
        }
        double by = 1 / (n + sum);
        double depth = first * by;
        double square = second * by;
        double spread = square - depth * depth;
        double skew = third * by - depth * (3 * square - 2 * depth * depth);
        double value = depth - Log1p.of(sum / n);
        slope = -spread / value;
        bend = slope * slope - (spread + skew) / value;
        return target / value;
    }

    /** Returns (eˣ − 1 − x)/x² for |x| < ½, by Taylor's series. */
    private static double series(double x) {
        double xx = x * x;
        double x4 = xx * xx;
        double low = (1 / 2.0 + x * (1 / 6.0)) + xx * (1 / 24.0 + x * (1 / 120.0));
        double middle = (1 / 720.0 + x * (1 / 5040.0)) + xx * (1 / 40320.0 + x * (1 / 362880.0));
        double high = (1 / 3628800.0 + x * (1 / 39916800.0)) + xx * (1 / 479001600.0 + x * (1 / 6227020800.0));
        return low + x4 * (middle + x4 * high);
    }
}
