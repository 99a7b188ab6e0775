package kelvin.numeric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.stream.IntStream;
import kelvin.contract.Stability;

/**
 * Kullback–Leibler divergences of one-parameter families of rewards, and the upper confidence bounds they give.
 *
 * <p>Each bound is found by Newton's method in a coordinate in which the divergence is convex and rises: from the first step
 * on, every step lands between the root and the point before it. There the relative error is at least halved and squared, so
 * a step below 10⁻⁹ is the last. The start, two terms of a series for small levels, makes three or four steps enough mostly.
 */
@Stability(MAY_CHANGE)
public final class KlDivergence {
    /** The size of a step, relative to the solution, that is the last. */
    private static final double LAST_RELATIVE_STEP = 1e-9;

    /** 1/3, 1/5, …, 1/25. */
    private static final double[] ODD =
            IntStream.rangeClosed(1, 12).mapToDouble(i -> 1.0 / (2 * i + 1)).toArray();

    private KlDivergence() {}

    /** Returns x − ln(1 + x), to the last bits for |x| ≤ 0.4, by the series of the inverse hyperbolic tangent. */
    private static double nearOne(double x) {
        double r = x / (2 + x);
        double square = r * r;
        double sum = 0;
        for (int i = ODD.length - 1; i >= 0; i--) {
            sum = sum * square + ODD[i];
        }
        return r * (x - 2 * square * sum);
    }

    /** Returns e⁻ᵘ − 1 + u for u ≥ 0, with x = e⁻ᵘ − 1. */
    private static double rise(double u, double x) {
        return u > 0.5 ? x + u : nearOne(x);
    }

    /**
     * Returns q − p − p·ln(q/p), the divergence of Poisson rewards of mean q from those of mean p.
     *
     * <p>That of Bernoulli rewards is {@code poisson(p, q, q − p) + poisson(1 − p, 1 − q, p − q)}.
     *
     * @param p a mean, ≥ 0
     * @param q another mean, ≥ 0
     * @param gap q − p, given apart so that it keeps its digits
     * @return the divergence, ≥ 0; ∞ where q is 0 and p is not
     */
    public static double poisson(double p, double q, double gap) {
        if (p == 0) {
            return gap;
        }
        double x = gap / p;
        return Math.abs(x) > 0.4 ? gap - p * logOfRatio(q, p) : p * nearOne(x);
    }

    /**
     * Returns p/q − 1 − ln(p/q), the divergence of exponential rewards of mean q from those of mean p.
     *
     * @param p a mean, ≥ 0
     * @param q another mean, ≥ 0
     * @return the divergence, ≥ 0; 0 where both are equal
     */
    public static double exponential(double p, double q) {
        if (p == q) {
            return 0;
        }
        double x = (p - q) / q;
        return Math.abs(x) <= 0.4 ? nearOne(x) : q == 0 ? Double.POSITIVE_INFINITY : x - logOfRatio(p, q);
    }

    private static double logOfRatio(double q, double p) {
        double ratio = q / p;
        boolean exact = ratio > 1e-300 && ratio < 1e300;
        return exact ? Log.of(ratio) : Log.of(q) - Log.of(p);
    }

    /**
     * Returns the largest q with kl(p, q) ≤ level for Bernoulli rewards; solved for u = ln((1 − p)/(1 − q)).
     *
     * @param p a mean, in [0, 1)
     * @param level the divergence allowed, &gt; 0
     * @return the bound, in [p, 1]
     */
    public static double bernoulliBound(double p, double level) {
        if (p == 0) {
            return -Expm1.of(-level);
        }
        double u = bernoulliStart(p, level);
        double step;
        do {
            double x = Expm1.of(-u);
            double gap = -(1 - p) * x;
            double excess = poisson(p, p + gap, gap) + (1 - p) * rise(u, x) - level;
            step = excess * ((p + gap) / gap);
            u -= step;
        } while (Math.abs(step) > LAST_RELATIVE_STEP * u);
        return p - (1 - p) * Expm1.of(-u);
    }

    /**
     * Returns the starting point: from the series for q − p where that stays well inside, else from kl ≥ (1 − p)u +
     * p·ln p.
     */
    private static double bernoulliStart(double p, double level) {
        double gap = Math.sqrt(2 * p * (1 - p) * level) + (1 - 2 * p) * level / 3;
        return gap > 0 && gap < 0.9 * (1 - p) ? -Log1p.of(-gap / (1 - p)) : (level - p * Log.of(p)) / (1 - p);
    }

    /**
     * Returns the largest q with kl(p, q) ≤ level for Poisson rewards; solved for q − p.
     *
     * @param p a mean, ≥ 0
     * @param level the divergence allowed, &gt; 0
     * @return the bound, ≥ p
     */
    public static double poissonBound(double p, double level) {
        double gap = Math.sqrt(2 * p) * Math.sqrt(level) + level / 3;
        double step;
        do {
            step = (poisson(p, p + gap, gap) - level) * ((p + gap) / gap);
            gap -= step;
        } while (Math.abs(step) > LAST_RELATIVE_STEP * gap);
        return p + gap;
    }

    /**
     * Returns the largest q with kl(p, q) ≤ level for exponential rewards; solved for u = ln(q/p).
     *
     * @param p a mean, ≥ 0
     * @param level the divergence allowed, &gt; 0
     * @return the bound, ≥ p; 0 for a mean of 0
     */
    public static double exponentialBound(double p, double level) {
        double u = Math.sqrt(2 * level) + level / 3;
        double step;
        do {
            double x = Expm1.of(-u);
            step = (rise(u, x) - level) / -x;
            u -= step;
        } while (Math.abs(step) > LAST_RELATIVE_STEP * u);
        return p * Exp.of(u);
    }
}
