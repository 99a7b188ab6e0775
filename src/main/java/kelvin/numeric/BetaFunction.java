package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.stream.IntStream;
import kelvin.contract.Stability;

/**
 * The beta distribution's density, tails and quantiles.
 *
 * <p>The density is computed as Loader (2000) does, from deviances and the small errors of Stirling's formula, so that large
 * parameters cost no digits; tails by the continued fraction of the incomplete beta function (DLMF 8.17.22) in the form of Didonato
 * and Morris (1992), Algorithm 708. Its terms grow in number with the root of the larger parameter.
 */
@Stability(MAY_CHANGE)
public final class BetaFunction {
    /** The largest number of terms of the continued fraction. */
    private static final int MAX_TERMS = 100_000;

    /** The largest number of Newton steps to a quantile. */
    private static final int MAX_STEPS = 200;

    /** A power of two at which both terms of a convergent are scaled down. */
    private static final double MUCH = 0x1p200;

    /** 1/3, 1/5, …, 1/17: as many terms as count for |d| ≤ 0.1. */
    private static final double[] ODD =
            IntStream.rangeClosed(1, 8).mapToDouble(i -> 1.0 / (2 * i + 1)).toArray();

    /** The error of Stirling's formula at 0, 1, …, 15. */
    private static final double[] STIRLING_ERRORS =
            IntStream.range(0, 16).mapToDouble(BetaFunction::stirlingSeries).toArray();

    private BetaFunction() {}

    /**
     * Returns x^a·y^b/B(a, b) for x + y = 1: the density times x·y, which is the density of ln(x/y).
     *
     * @param a the first parameter, &gt; 0
     * @param b the second parameter, &gt; 0
     * @param x in [0, 1]
     * @param y 1 − x, given apart so that x near 1 costs no digits
     * @return the density, ≥ 0; 0 at both ends
     */
    public static double density(double a, double b, double x, double y) {
        if (x <= 0 || y <= 0) {
            return 0;
        }
        double n = a + b;
        double deviance = deviance(a, n * x) + deviance(b, n * y);
        double stirling = stirlingError(n) - stirlingError(a) - stirlingError(b);
        // n·x − a and n·y − b cancel in the sum of the deviances.
        return Math.sqrt(a / n * b / (2 * Math.PI)) * Exp.of(stirling - deviance);
    }

    /**
     * Returns the lower tail P(X ≤ x), the regularised incomplete beta function I<sub>x</sub>(a, b).
     *
     * @param a the first parameter, &gt; 0
     * @param b the second parameter, &gt; 0
     * @param x in [0, 1]
     * @param y 1 − x, given apart so that x near 1 costs no digits
     * @return the probability, in [0, 1]; the upper tail is {@code lower(b, a, y, x)}
     */
    public static double lower(double a, double b, double x, double y) {
        if (x <= 0 || y <= 0) {
            return x <= 0 ? 0 : 1;
        }
        double density = density(a, b, x, y);
        return x < (a + 1) / (a + b + 2) ? density * fraction(a, b, x, y) : 1 - density * fraction(b, a, y, x);
    }

    /**
     * Returns the upper tail P(X &gt; x), with all its digits where it is small.
     *
     * @param a the first parameter, &gt; 0
     * @param b the second parameter, &gt; 0
     * @param x in [0, 1]
     * @return the probability, in [0, 1]
     */
    public static double upper(double a, double b, double x) {
        return upper(a, b, x, density(a, b, x, 1 - x));
    }

    /**
     * Returns the upper tail P(X &gt; x) from the density there, which is half of the work.
     *
     * @param a the first parameter, &gt; 0
     * @param b the second parameter, &gt; 0
     * @param x in [0, 1]
     * @param density {@code density(a, b, x, 1 - x)}
     * @return the probability, in [0, 1]
     */
    public static double upper(double a, double b, double x, double density) {
        double y = 1 - x;
        if (x <= 0 || y <= 0) {
            return x <= 0 ? 1 : 0;
        }
        return y < (b + 1) / (a + b + 2) ? density * fraction(b, a, y, x) : 1 - density * fraction(a, b, x, y);
    }

    /**
     * Returns the upper quantile: the number that X exceeds with a given probability, for a, b ≥ 1. The logarithm of
     * the tail is then concave: from anywhere, Newton's first step ends at or above the answer, and all others fall
     * towards it.
     *
     * @param a the first parameter, ≥ 1
     * @param b the second parameter, ≥ 1
     * @param tail the probability, &gt; 0
     * @return the quantile, in [0, 1); 0 for a tail of 1 or more
     */
    public static double upperQuantile(double a, double b, double tail) {
        if (tail >= 1) {
            return 0;
        }
        double x = start(a, b, tail);
        double below = 0;
        double above = 1;
        double wanted = Log.of(tail);
        for (int i = 0; i < MAX_STEPS; i++) {
            double density = density(a, b, x, 1 - x);
            double more = upper(a, b, x, density);
            below = more > tail ? x : below;
            above = more < tail ? x : above;
            double slope = density / (x * (1 - x));
            double next = x + (Log.of(more) - wanted) * more / slope;
            if (Math.abs(next - x) <= 4e-16 * x) {
                return next;
            }
            // A tail too small for a double has no logarithm to step by.
            x = next > below && next < above ? next : (below + above) / 2;
        }
        return x;
    }

    /** Returns a normal approximation of the quantile, on the scale of ln(x/(1 − x)). */
    private static double start(double a, double b, double tail) {
        double p = Math.min(tail, 1 - tail);
        double t = Math.sqrt(-2 * Log.of(p));
        double z = t - (2.30753 + t * 0.27061) / (1 + t * (0.99229 + t * 0.04481));
        double logit = Log.of(a / b) + (tail < 0.5 ? z : -z) * Math.sqrt(1 / a + 1 / b);
        return Math.min(1 / (1 + Exp.of(-logit)), 1 - 0x1p-53);
    }

    /**
     * Returns P(X ≤ x)/density for x below the mean: evaluates the continued fraction with its steps taken two at a time, written in y as well as in x so that x near
     * 1 costs no digits. A convergent is the quotient of two numbers of which the lower is kept at 1.
     */
    private static double fraction(double a, double b, double x, double y) {
        double below = 1 + (x > y ? (a + b) * y - b : a - (a + b) * x);
        double numeratorBefore = 0;
        double denominatorBefore = 1;
        double numerator = 1;
        double denominator = below / (1 + 1 / a);
        double value = numerator / denominator;
        double inverse = 1 / (a + 1);
        for (int n = 1; n < MAX_TERMS; n++) {
            double w = n * (b - n) * x;
            double part = w * inverse;
            double alpha = (a + n - 1) * (a + b + n - 1) * inverse * part * x;
            inverse = 1 / (a + 2.0 * n + 1);
            double beta = n + part + (a + n) * inverse * (below + n * (1 + y));
            double nextNumerator = alpha * numeratorBefore + beta * numerator;
            double nextDenominator = alpha * denominatorBefore + beta * denominator;
            double last = value;
            value = nextNumerator / nextDenominator;
            if (Math.abs(value - last) <= 2e-16 * value) {
                break;
            }
            double scale = nextDenominator > MUCH ? 1 / MUCH : 1;
            numeratorBefore = numerator * scale;
            denominatorBefore = denominator * scale;
            numerator = nextNumerator * scale;
            denominator = nextDenominator * scale;
        }
        return value;
    }

    /** Returns x·ln(x/m) + m − x, without loss where x is near m. */
    private static double deviance(double x, double m) {
        double d = (x - m) / (x + m);
        if (Math.abs(d) > 0.1) {
            return x * Log.of(x / m) + m - x;
        }
        double square = d * d;
        double sum = 0;
        for (int i = ODD.length - 1; i >= 0; i--) {
            sum = sum * square + ODD[i];
        }
        return (x - m) * d + 2 * x * d * square * sum;
    }

    /** Returns ln Γ(x + 1) − ln(√(2πx)·(x/e)^x), by its asymptotic series above 16. */
    static double stirlingError(double x) {
        return x < 16 && x == (int) x ? STIRLING_ERRORS[(int) x] : stirlingSeries(x);
    }

    private static double stirlingSeries(double x) {
        double correction = 0;
        double z = x;
        while (z < 16) {
            z++;
            // δ(x) = δ(x + 1) + (x + ½)·ln(1 + 1/x) − 1
            correction += (z - 0.5) * Log1p.of(1 / (z - 1)) - 1;
        }
        double s = 1 / (z * z);
        double series = (1.0 / 12
                        - s
                                * (1.0 / 360
                                        - s
                                                * (1.0 / 1260
                                                        - s
                                                                * (1.0 / 1680
                                                                        - s
                                                                                * (1.0 / 1188
                                                                                        - s
                                                                                                * (691.0 / 360360
                                                                                                        - s / 156))))))
                / z;
        return series + correction;
    }
}
