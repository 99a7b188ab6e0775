package kelvin.schedule;

import kelvin.contract.Require;
import kelvin.contract.Summary;

/**
 * A decay from {@code start} at step 1 towards {@code end}, the distance halving every {@code halfLife} steps.
 *
 * <pre>
 *   at(step) = start·h + end·(1 − h),   h = 2^(−(step − 1)/halfLife)
 * </pre>
 *
 * <p>Exact at step 1, never beyond {@code end}; equal to it once h has vanished beside it.
 *
 * @param start the number at step 1, finite
 * @param end the limit, finite
 * @param halfLife steps in which the distance to {@code end} halves, finite and &gt; 0
 */
@Summary("from start towards end, the distance halving every 'halfLife' steps")
public record Exponential(double start, double end, double halfLife) implements Schedule {
    /**
     * Checks the ranges.
     *
     * @param start the number at step 1, finite
     * @param end the limit, finite
     * @param halfLife steps in which the distance to {@code end} halves, finite and &gt; 0
     */
    public Exponential {
        Require.finite("start", start);
        Require.finite("end", end);
        Require.positive("halfLife", halfLife);
    }

    @Override
    public double at(long step) {
        double remaining = StrictMath.pow(2, -(step - 1) / halfLife);
        return Blend.of(start, end, remaining);
    }
}
