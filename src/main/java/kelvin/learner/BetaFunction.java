package kelvin.learner;

/**
 * The beta distribution's density, tails and quantiles.
 *
 * <p>The density is computed as Loader (2000) does, from deviances and the small errors of Stirling's formula, so that large
 * parameters cost no digits; tails by the continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method.
 */
final class BetaFunction {
    private static final double TINY = 1e-300;
    private static final int MOST_TERMS = 100_000;

    private BetaFunction() {}

    /** x^a·y^b/B(a, b) for x + y = 1: the density times x·y, the density of ln(x/y). */
    static double density(double a, double b, double x, double y) {
        if (x <= 0 || y <= 0) {
            return 0;
        }
        double n = a + b;
        double deviance = deviance(a, n * x) + deviance(b, n * y);
        double stirling = stirlingError(n) - stirlingError(a) - stirlingError(b);
        // n·x − a and n·y − b cancel in the sum of the deviances.
        return Math.sqrt(a / n * b / (2 * Math.PI)) * StrictMath.exp(stirling - deviance);
    }

    /** P(X ≤ x) for y = 1 − x. */
    static double lower(double a, double b, double x, double y) {
        if (x <= 0 || y <= 0) {
            return x <= 0 ? 0 : 1;
        }
        return x < (a + 1) / (a + b + 2) ? tail(a, b, x, y) : 1 - tail(b, a, y, x);
    }

    /** P(X &gt; x), with all its digits where it is small. */
    static double upper(double a, double b, double x) {
        return lower(b, a, 1 - x, x);
    }

    /**
     * The number that X exceeds with a probability, for a, b ≥ 1. The logarithm of the tail is then concave: from anywhere, Newton's
     * first step ends at or above the answer, and all others fall towards it.
     */
    static double upperQuantile(double a, double b, double tail) {
        if (tail >= 1) {
            return 0;
        }
        double x = start(a, b, tail);
        double above = 1;
        double wanted = StrictMath.log(tail);
        for (int i = 0; i < 100; i++) {
            double more = upper(a, b, x);
            double slope = density(a, b, x, 1 - x) / (x * (1 - x));
            double next = x + (StrictMath.log(more) - wanted) * more / slope;
            if (more < tail) {
                above = Math.min(above, x);
            }
            // Rounding may turn the last steps back: they are the answer.
            if (!(Math.abs(next - x) > 4e-16 * x)) {
                break;
            }
            x = next < above && next > 0 ? next : (x + above) / 2;
        }
        return x;
    }

    /** A normal approximation, on the scale of ln(x/(1 − x)). */
    private static double start(double a, double b, double tail) {
        double p = Math.min(tail, 1 - tail);
        double t = Math.sqrt(-2 * StrictMath.log(p));
        double z = t - (2.30753 + t * 0.27061) / (1 + t * (0.99229 + t * 0.04481));
        double logit = StrictMath.log(a / b) + (tail < 0.5 ? z : -z) * Math.sqrt(1 / a + 1 / b);
        return Math.min(1 / (1 + StrictMath.exp(-logit)), 1 - 0x1p-53);
    }

    private static double tail(double a, double b, double x, double y) {
        return density(a, b, x, y) / a * fraction(a, b, x);
    }

    private static double fraction(double a, double b, double x) {
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double value = d;
        for (int m = 1; m < MOST_TERMS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            value *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            value *= d * c;
            if (Math.abs(d * c - 1) < 2e-16) {
                break;
            }
        }
        return value;
    }

    private static double away(double x) {
        return Math.abs(x) < TINY ? TINY : x;
    }

    /** x·ln(x/m) + m − x, without loss where x is near m. */
    private static double deviance(double x, double m) {
        double d = (x - m) / (x + m);
        if (Math.abs(d) > 0.1) {
            return x * StrictMath.log(x / m) + m - x;
        }
        double sum = (x - m) * d;
        double term = 2 * x * d;
        for (int k = 3; ; k += 2) {
            term *= d * d;
            double next = sum + term / k;
            if (next == sum) {
                return sum;
            }
            sum = next;
        }
    }

    /** ln Γ(x + 1) − ln(√(2πx)·(x/e)^x), by its asymptotic series above 16. */
    static double stirlingError(double x) {
        double correction = 0;
        double z = x;
        while (z < 16) {
            z++;
            // δ(x) = δ(x + 1) + (x + ½)·ln(1 + 1/x) − 1
            correction += (z - 0.5) * StrictMath.log1p(1 / (z - 1)) - 1;
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
