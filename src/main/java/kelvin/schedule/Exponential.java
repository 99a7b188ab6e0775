package kelvin.schedule;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
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
@Stability(STABLE)
public record Exponential(double start, double end, double halfLife) implements Schedule {
    private static final double LN_2 = 0x1.62e42fefa39efp-1;

    /** The number of halvings after which nothing is left, not even a subnormal number. */
    private static final double MAX_HALVINGS = 1100;

    public Exponential {
        Require.finite("start", start);
        Require.finite("end", end);
        Require.positive("halfLife", halfLife);
    }

    /** Computes 2^(−x) by way of its whole part, so that halvings are exact; StrictMath.pow would allocate. */
    @Override
    public double at(long step) {
        double halvings = Math.min((step - 1) / halfLife, MAX_HALVINGS);
        int whole = (int) halvings;
        double remaining = Math.scalb(StrictMath.exp((whole - halvings) * LN_2), -whole);
        return Blend.of(start, end, remaining);
    }
}
