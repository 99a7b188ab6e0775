package kelvin.schedule;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.numeric.Pow;

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
@Stability(STABLE)
public record Exponential(double start, double end, double halfLife) implements Schedule {
    public Exponential {
        Require.finite("start", start);
        Require.finite("end", end);
        Require.positive("halfLife", halfLife);
    }

    @Override
    public double at(long step) {
        return Blend.of(start, end, Pow.of(2, (1 - step) / halfLife));
    }
}
