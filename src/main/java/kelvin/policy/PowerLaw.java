package kelvin.policy;

import kelvin.numeric.Exp;
import kelvin.numeric.Log;
import kelvin.numeric.Log1p;
import kelvin.numeric.NeumaierSum;

/**
 * Policies that maximise expected value plus Tsallis entropy, for any α &gt; 0 but 1: their weights are powers of a
 * base.
 *
 * <pre>
 *   w[i] = (1 + (α − 1)·x[i]/s)ᵏ,   x[i] = (q[i] − max q)/τ,   k = 1/(α − 1),   s such that s = (Σ w)^−1/k
 * </pre>
 *
 * <p>s·(Σ w)^1/k is a norm of s + (α − 1)·x, so it is convex in s for k &gt; 0 and concave for k &lt; 0, and never on the near side of 1
 * at s = 1: Newton's method from there comes monotonously to the solution, quadratically in the end.
 */
interface PowerLaw extends SolvedPolicy, Tempered {
    /** The relative step after which Newton's method has reached the rounding errors, its error being of second order. */
    double LAST_STEP = 0x1p-30;

    double alpha();

    @Override
    default double solve(double[] sorted, int first, Workspace work) {
        double best = sorted[sorted.length - 1];
        for (int i = first; i < sorted.length; i++) {
            sorted[i] = ValueChecks.logit(sorted[i], best, temperature());
        }
        double power = 1 / (alpha() - 1);
        double scale = 1;
        while (true) {
            double step = step(sorted, first, scale, power, work.total());
            scale += step;
            if (!(Math.abs(step) > LAST_STEP * scale)) {
                return scale;
            }
        }
    }

    /** Returns Newton's step from a scale: ((Σ w)^−1/k − s)·Σ w/Σ (w/base). */
    private double step(double[] logits, int first, double scale, double power, NeumaierSum sum) {
        double slope = 0;
        for (int i = logits.length - 1; i >= first; i--) {
            double x = (alpha() - 1) * (logits[i] / scale);
            double weight = weight(x, power);
            if (weight == 0) {
                break;
            }
            sum.add(weight);
            slope += weight / (1 + x);
        }
        double total = sum.value();
        return (root(total, power) - scale) * total / slope;
    }

    @Override
    default double score(double value, double best, double scale) {
        double base = (alpha() - 1) * (ValueChecks.logit(value, best, temperature()) / scale);
        return base <= -1 ? Double.NEGATIVE_INFINITY : Log1p.of(base) / (alpha() - 1);
    }

    @Override
    default void weights(double[] values, double best, double scale, double[] out) {
        double power = 1 / (alpha() - 1);
        for (int i = 0; i < values.length; i++) {
            double x = (alpha() - 1) * (ValueChecks.logit(values[i], best, temperature()) / scale);
            out[i] = weight(x, power);
        }
    }

    /** Returns (1 + x)ᵏ, which tends to exp(k·x) as k → ∞; 0 where the base is not positive. */
    private static double weight(double x, double power) {
        double base = 1 + x;
        if (!(base > 0)) {
            return 0;
        }
        if (power == 2) {
            return base * base;
        }
        if (power == -2) {
            double square = base * base;
            return square < Double.POSITIVE_INFINITY ? 1 / square : 1 / base / base;
        }
        if (power == 4) {
            return (base * base) * (base * base);
        }
        return power == 1 ? base : Exp.of(power * Log1p.of(x));
    }

    /** Returns the total to the power of −1/k. */
    private static double root(double total, double power) {
        if (power == 2) {
            return 1 / Math.sqrt(total);
        }
        return power == -2 ? Math.sqrt(total) : Exp.of(Log.of(total) / -power);
    }
}
