package kelvin.schedule;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;

/**
 * A constant schedule: the same number at every step.
 *
 * <pre>
 *   at(step) = value
 * </pre>
 *
 * @param value the number, finite
 */
@Summary("the same number at every step")
@Stability(STABLE)
public record Constant(double value) implements Schedule {
    public Constant {
        Require.finite("value", value);
    }

    @Override
    public double at(long step) {
        return value;
    }
}
