package kelvin.learner;

/**
 * The two functions all Kullback–Leibler divergences of one-parameter families are made of, and the means they bound.
 *
 * <p>Each bound is found by Newton's method on a convex rising function, from a start above the root: every step lands between
 * the root and the point before it. In each of the coordinates used the relative error is at least halved and squared, so a step
 * below 10⁻⁹ is the last; four to seven are needed.
 */
final class Divergence {
    private static final double LAST_STEP = 1e-9;

    private Divergence() {}

    /** x − ln(1 + x) for x ≥ −1, to a few units in the last place also where both are nearly equal. */
    static double log(double x) {
        if (Math.abs(x) > 0.4) {
            return x < Double.POSITIVE_INFINITY ? x - StrictMath.log1p(x) : x;
        }
        double r = x / (2 + x);
        double square = r * r;
        double sum = 0;
        for (int k = 25; k >= 3; k -= 2) {
            sum = sum * square + 1.0 / k;
        }
        return r * (x - 2 * square * sum);
    }

    /** e⁻ᵘ − 1 + u for u ≥ 0. */
    static double exp(double u) {
        double x = StrictMath.expm1(-u);
        return u > 0.5 ? x + u : log(x);
    }

    /** gap − p·ln((p + gap)/p), the divergence of Poisson rewards of mean p + gap from those of mean p. */
    static double part(double p, double gap) {
        if (p == 0) {
            return gap;
        }
        double x = gap / p;
        return x < 1e300 ? p * log(x) : gap - p * (StrictMath.log(p + gap) - StrictMath.log(p));
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
            double excess = part(p, gap) + (1 - p) * exp(u) - level;
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
            step = (part(p, gap) - level) * (p + gap) / gap;
            gap -= step;
        } while (step > LAST_STEP * gap);
        return p + gap;
    }

    /** The largest q with kl(p, q) ≤ level for exponential rewards; solved for u = ln(q/p). */
    static double exponentialBound(double p, double level) {
        double u = level + Math.sqrt(level * (level + 2));
        double step;
        do {
            step = (exp(u) - level) / -StrictMath.expm1(-u);
            u -= step;
        } while (step > LAST_STEP * u);
        return p * StrictMath.exp(u);
    }
}
