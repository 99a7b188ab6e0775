package kelvin.model;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.numeric.Log;

/**
 * Pure functions on Gaussian classes of feature vectors: weighted moments by Welford's rule, kept in a part of an array that begins at a
 * place, and the log-densities of naive Bayes and of discriminant analysis.
 *
 * <pre>
 *   moments of d features: n, mean₁ … mean_d, M₁ … M_d,   n = Σw,   M = Σw(x − mean)²
 * </pre>
 */
@Stability(MAY_CHANGE)
public final class GaussianClass {
    /** The largest feature of which squares of differences are 2¹⁰¹⁰ at most, which leaves room for sums of them; 2⁵⁰⁴. */
    public static final double MAX_FEATURE = 0x1p504;

    /** The most features whose covariances fit into an array. */
    private static final int MAX_FEATURES = 30_000;

    /** The largest squared distance in standard deviations that is added up; finite with room for sums. */
    private static final double MAX_SQUARE = 1e300;

    private static final double HALF_LOG_TWO_PI = 0x1.d67f1c864beb5p-1;

    private GaussianClass() {}

    /**
     * Adds a vector to moments.
     *
     * @param moments holds them
     * @param at the place of n
     * @param x the vector
     * @param weight how often it counts, ≥ 0
     */
    public static void add(double[] moments, int at, double[] x, double weight) {
        if (!(weight > 0)) {
            return;
        }
        double before = moments[at];
        moments[at] += weight;
        double share = weight / moments[at];
        for (int i = 0; i < x.length; i++) {
            double deviation = x[i] - moments[at + 1 + i];
            moments[at + 1 + i] += share * deviation;
            moments[at + 1 + x.length + i] += share * before * deviation * deviation;
        }
    }

    /**
     * Checks that squares of differences of features, and sums of them, stay within the doubles.
     *
     * @param x the features
     * @throws InvalidValue if one is beyond 2⁵⁰⁴ (5.2·10¹⁵¹) in size; names it
     */
    public static void check(double[] x) {
        for (int i = 0; i < x.length; i++) {
            if (Math.abs(x[i]) > MAX_FEATURE) {
                throw new InvalidValue("feature " + i, x[i], "at most 5.2e151 in size");
            }
        }
    }

    /**
     * Adds a vector to the scatter within a class, Σw(x − mean)(x − mean)ᵀ; to be asked before {@link #add}.
     *
     * @param scatter holds the lower triangle row by row
     * @param from the place of its first number
     * @param moments holds the moments of the class
     * @param at the place of n
     * @param x the vector
     * @param weight how often it counts, ≥ 0
     * @param work overwritten, as long as x
     */
    public static void addScatter(
            double[] scatter, int from, double[] moments, int at, double[] x, double weight, double[] work) {
        double before = moments[at];
        if (!(weight > 0 && before > 0)) {
            return;
        }
        double share = weight * (before / (before + weight));
        int to = from;
        for (int i = 0; i < x.length; i++) {
            work[i] = x[i] - moments[at + 1 + i];
            for (int j = 0; j <= i; j++) {
                scatter[to++] += share * work[i] * work[j];
            }
        }
    }

    /**
     * Requires that the lower triangle of a scatter and its factor fit into arrays and memory.
     *
     * @param features how many features there are
     * @throws InvalidValue if they do not
     */
    public static void requireScatter(Features features) {
        int n = features.total();
        Require.that(n <= MAX_FEATURES, "features", features, "at most " + MAX_FEATURES + " per action in all");
        Require.memory("features", features, scatterBytes(features));
    }

    /** Returns the memory of the lower triangle of a scatter and of its factor. */
    static double scatterBytes(Features features) {
        double n = features.total();
        return Double.BYTES * n * (n + 1);
    }

    /**
     * Returns the log-density of independent normal features, as in naive Bayes.
     *
     * @param x the features
     * @param means the means
     * @param variances the variances, &gt; 0
     * @return Σ ln N(xᵢ; meanᵢ, varianceᵢ), finite
     */
    public static double logDensity(double[] x, double[] means, double[] variances) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum -= HALF_LOG_TWO_PI + 0.5 * (Log.of(variances[i]) + square(x[i] - means[i], variances[i]));
        }
        return sum;
    }

    /** Returns deviation²/variance, at most {@link #MAX_SQUARE}. */
    private static double square(double deviation, double variance) {
        return Math.min(MAX_SQUARE, deviation * deviation / variance);
    }

    /**
     * Replaces a symmetric positive definite matrix S by its Cholesky factor L, S = LLᵀ.
     *
     * @param packed the lower triangle row by row, n(n + 1)/2 numbers; overwritten
     * @param n the number of rows
     */
    public static void factor(double[] packed, int n) {
        for (int i = 0; i < n; i++) {
            int row = i * (i + 1) / 2;
            for (int j = 0; j <= i; j++) {
                int other = j * (j + 1) / 2;
                double sum = packed[row + j] - Vectors.product(packed, row, packed, other, j);
                packed[row + j] = i == j ? Math.sqrt(sum) : sum / packed[other + j];
            }
        }
    }

    /**
     * Solves LLᵀy = x.
     *
     * @param factor L from {@link #factor}
     * @param x overwritten by y
     */
    public static void solve(double[] factor, double[] x) {
        for (int i = 0; i < x.length; i++) {
            int row = i * (i + 1) / 2;
            double sum = x[i] - Vectors.product(factor, row, x, 0, i);
            x[i] = sum / factor[row + i];
        }
        for (int i = x.length - 1; i >= 0; i--) {
            int row = i * (i + 1) / 2;
            double solved = x[i] / factor[row + i];
            x[i] = solved;
            for (int k = 0; k < i; k++) {
                x[k] -= factor[row + k] * solved;
            }
        }
    }

    /**
     * Returns the logarithm of a matrix's determinant.
     *
     * @param factor L from {@link #factor}
     * @param n the number of rows
     * @return ln det LLᵀ
     */
    public static double logDeterminant(double[] factor, int n) {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += 2 * Log.of(factor[i * (i + 3) / 2]);
        }
        return sum;
    }
}
