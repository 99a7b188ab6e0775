package kelvin.learner;

/**
 * The two functions all Kullback–Leibler divergences of one-parameter families are made of, and the means they bound.
 *
 * <p>Each bound is found by Newton's method on a convex rising function, from a start above the root: every step lands
 * between the root and the point before it. In each of the coordinates used the relative error is at least halved and
 * squared, so a step below 10⁻⁹ is the last; four to seven are needed.
 */
final class KlDivergence {
    private static final double LAST_STEP = 1e-9;

    private KlDivergence() {}

    /** x − ln(1 + x), to the last bits for |x| ≤ 0.4, by the series of the inverse hyperbolic tangent. */
    private static double nearOne(double x) {
        double r = x / (2 + x);
        double square = r * r;
        double sum = 0;
        for (int k = 25; k >= 3; k -= 2) {
            sum = sum * square + 1.0 / k;
        }
        return r * (x - 2 * square * sum);
    }

    /** e⁻ᵘ − 1 + u for u ≥ 0. */
    private static double rise(double u) {
        double x = StrictMath.expm1(-u);
        return u > 0.5 ? x + u : nearOne(x);
    }

    /** q − p − p·ln(q/p), the divergence of Poisson rewards of mean q from those of mean p; gap = q − p. */
    static double poisson(double p, double q, double gap) {
        if (p == 0) {
            return gap;
        }
        double x = gap / p;
        return Math.abs(x) > 0.4 ? gap - p * logOfRatio(q, p) : p * nearOne(x);
    }

    /** p/q − 1 − ln(p/q). */
    static double exponential(double p, double q) {
        if (p == q) {
            return 0;
        }
        double x = (p - q) / q;
        return Math.abs(x) <= 0.4 ? nearOne(x) : q == 0 ? Double.POSITIVE_INFINITY : x - logOfRatio(p, q);
    }

    private static double logOfRatio(double q, double p) {
        double ratio = q / p;
        boolean exact = ratio > 1e-300 && ratio < 1e300;
        return exact ? StrictMath.log(ratio) : StrictMath.log(q) - StrictMath.log(p);
    }

    /** The largest q with kl(p, q) ≤ level for Bernoulli rewards; solved for u = ln((1 − p)/(1 − q)). */
    static double bernoulliBound(double p, double level) {
        if (p == 0) {
            return -StrictMath.expm1(-level);
        }
        double u = bernoulliStart(p, level);
        double step;
        double gap;
        do {
            gap = -(1 - p) * StrictMath.expm1(-u);
            double excess = poisson(p, p + gap, gap) + (1 - p) * rise(u) - level;
            step = excess * (p + gap) / gap;
            u -= step;
        } while (step > LAST_STEP * u);
        return p - (1 - p) * StrictMath.expm1(-u);
    }

    /** The smaller of two bounds: kl ≥ (1 − p)u + p·ln p, and kl ≥ 2(q − p)². */
    private static double bernoulliStart(double p, double level) {
        double far = (level - p * StrictMath.log(p)) / (1 - p);
        double reach = Math.sqrt(level / 2) / (1 - p);
        return reach < 1 ? Math.min(far, -StrictMath.log1p(-reach)) : far;
    }

    /** The largest q with kl(p, q) ≤ level for Poisson rewards; solved for q − p. */
    static double poissonBound(double p, double level) {
        double gap = level + Math.sqrt(level * (level + 2 * p));
        double step;
        do {
            step = (poisson(p, p + gap, gap) - level) * (p + gap) / gap;
            gap -= step;
        } while (step > LAST_STEP * gap);
        return p + gap;
    }

    /** The largest q with kl(p, q) ≤ level for exponential rewards; solved for u = ln(q/p). */
    static double exponentialBound(double p, double level) {
        double u = level + Math.sqrt(level * (level + 2));
        double step;
        do {
            step = (rise(u) - level) / -StrictMath.expm1(-u);
            u -= step;
        } while (step > LAST_STEP * u);
        return p * StrictMath.exp(u);
    }
}
