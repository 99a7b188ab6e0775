package kelvin.schedule;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;

/**
 * Decay with the square root of the step, start/√step.
 *
 * <pre>
 *   at(step) = start/√step
 * </pre>
 *
 * @param start the number at step 1, finite
 */
@Summary("start/√step")
@Stability(STABLE)
public record InverseSqrt(double start) implements Schedule {
    public InverseSqrt {
        Require.finite("start", start);
    }

    @Override
    public double at(long step) {
        return start / Math.sqrt(step);
    }
}
