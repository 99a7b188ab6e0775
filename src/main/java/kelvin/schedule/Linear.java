package kelvin.schedule;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;

/**
 * A straight line from {@code start} at step 1 to {@code end} at step {@code steps}, and {@code end} ever after.
 *
 * <pre>
 *   at(step) = start·x + end·(1 − x),   x = (steps − step)/(steps − 1), at least 0
 * </pre>
 *
 * <p>Exact at both ends, never beyond either.
 *
 * @param start the number at step 1, finite
 * @param end the number from step {@code steps} on, finite
 * @param steps the step at which {@code end} is reached, at least 2
 */
@Summary("a straight line from start at step 1 to end at step 'steps', then end")
@Stability(STABLE)
public record Linear(double start, double end, long steps) implements Schedule {
    public Linear {
        Require.finite("start", start);
        Require.finite("end", end);
        Require.atLeast("steps", 2, steps);
    }

    @Override
    public double at(long step) {
        return Blend.of(start, end, Math.max(0, (double) (steps - step) / (steps - 1)));
    }
}
