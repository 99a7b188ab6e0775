package kelvin.schedule;

import kelvin.contract.Require;
import kelvin.contract.Summary;

/**
 * A straight line from {@code start} at step 1 to {@code end} at step {@code steps}, and {@code end} ever after.
 *
 * <pre>
 *   at(step) = start·(1 − x) + end·x,   x = (step − 1)/(steps − 1), at most 1
 * </pre>
 *
 * @param start the number at step 1, finite
 * @param end the number from step {@code steps} on, finite
 * @param steps the step at which {@code end} is reached, at least 2
 */
@Summary("a straight line from start at step 1 to end at step 'steps', then end")
public record Linear(double start, double end, long steps) implements Schedule {
    /**
     * Checks the ranges.
     *
     * @param start the number at step 1, finite
     * @param end the number from step {@code steps} on, finite
     * @param steps the step at which {@code end} is reached, at least 2
     */
    public Linear {
        Require.finite("start", start);
        Require.finite("end", end);
        Require.atLeast("steps", 2, steps);
    }

    @Override
    public double at(long step) {
        double x = Math.min(1, (double) (step - 1) / (steps - 1));
        return start * (1 - x) + end * x;
    }
}
