package kelvin.schedule;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;

/**
 * Harmonic decay, start/step; as a step size with {@code start} = 1 it makes the sample average.
 *
 * <pre>
 *   at(step) = start/step
 * </pre>
 *
 * @param start the number at step 1, finite
 */
@Summary("start/step; as a step size with start 1, the sample average")
@Stability(STABLE)
public record InverseCount(double start) implements Schedule {
    public InverseCount {
        Require.finite("start", start);
    }

    @Override
    public double at(long step) {
        return start / step;
    }
}
