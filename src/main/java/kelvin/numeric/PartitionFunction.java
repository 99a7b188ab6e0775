package kelvin.numeric;

/**
 * The partition function of a Gibbs distribution over gaps, with the quantities that follow from it and their derivatives.
 *
 * <pre>
 *   Z(β) = Σ exp(−β·gap[i]),   gap[i] ≥ 0, the least of them 0
 * </pre>
 */
final class PartitionFunction {
    /** The numbers summed up apart, so that rounding errors grow with the number of blocks. */
    private static final int BLOCK = 32;

    /** The depth beyond which no weight is above 0. */
    private static final double MAX_DEPTH = 746;

    /** A quantity that falls as β rises, but for the divergence. */
    enum Quantity {
        /** The weight of the gaps above 0, where those of 0 have weight 1. */
        OTHERS,
        /** The mean gap. */
        MEAN,
        /** The entropy above that of uniform choice among the gaps of 0, in nats. */
        ENTROPY,
        /** The divergence from uniform choice among all, in nats. */
        DIVERGENCE
    }

    private double[] gaps = {};
    private int n;
    private int ties;
    private double mean;
    private double variance;

    /** Σ over the gaps above 0 of weight·depthᵏ, k = 0 to 3, where depth = β·gap. */
    private double sum0;

    private double sum1;
    private double sum2;
    private double sum3;

    /** The cumulants of the depth, or of what is summed in its place. */
    private double depth;

    private double spread;
    private double skew;

    /** The derivatives of the logarithm of the quantity by β, times β and β². */
    private double slope;

    private double bend;

    /** Replaces the gaps by ascending ones, of which so many are used, over a power of two. */
    void over(double[] ascending, int size, int exponent) {
        n = size;
        if (gaps.length < n) {
            gaps = new double[n];
        }
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
    }

    /** Returns the smallest gap above 0. */
    double smallest() {
        return gaps[ties];
    }

    /** Returns the number of gaps. */
    int size() {
        return n;
    }

    /** Returns the number of gaps that are 0. */
    int ties() {
        return ties;
    }

    /** Returns the mean of the gaps. */
    double mean() {
        return mean;
    }

    /** Returns the variance of the gaps. */
    double variance() {
        return variance;
    }

    /** Returns the derivative of the logarithm of the last {@link #ratio} by ln β. */
    double slope() {
        return slope;
    }

    /** Returns the second derivative of the logarithm of the last {@link #ratio} by β, times β². */
    double bend() {
        return bend;
    }

    /** Returns the quantity over its target, or for the one that rises with β the inverse; keeps the derivatives. */
    double ratio(Quantity quantity, double target, double beta) {
        if (quantity == Quantity.DIVERGENCE) {
            return divergence(target, beta);
        }
        sum(beta);
        if (quantity == Quantity.OTHERS) {
            slope = -sum1 / sum0;
            bend = sum2 / sum0 - slope * slope;
            return sum0 / target;
        }
        cumulants(1 / (ties + sum0), sum1, sum2, sum3);
        boolean entropy = quantity == Quantity.ENTROPY;
        double value = entropy ? Log1p.of(sum0 / ties) + depth : depth;
        slope = -spread / value;
        bend = (entropy ? skew - spread : skew) / value - slope * slope;
        return entropy ? value / target : value / (beta * target);
    }

    /** Turns sums of powers, weighted to a total of 1/by, into the mean and the second and third cumulants. */
    private void cumulants(double by, double first, double second, double third) {
        depth = first * by;
        double square = second * by;
        spread = square - depth * depth;
        skew = third * by - depth * (3 * square - 2 * depth * depth);
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
                double x = beta * gaps[i];
                if (x > MAX_DEPTH) {
                    end = i;
                    break;
                }
                double weight = Exp.of(-x);
                double first = weight * x;
                double second = first * x;
                block0 += weight;
                block1 += first;
                block2 += second;
                block3 += second * x;
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
        cumulants(1 / (n + sum), first, second, third);
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
