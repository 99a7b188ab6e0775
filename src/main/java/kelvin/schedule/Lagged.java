package kelvin.schedule;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;

/**
 * A schedule delayed by some steps: until then it stays at its first number.
 *
 * <pre>
 *   at(step) = schedule.at(max(1, step − lag))
 * </pre>
 *
 * <p>With a lag of 1 the schedule counts the plays so far instead of the steps, as many papers write their temperatures.
 * @param schedule the schedule
 * @param lag how late it is, in steps; at least 0
 */
@Summary("another schedule some steps late: with lag 1, one that counts plays so far instead of steps")
@Stability(STABLE)
public record Lagged(Schedule schedule, long lag) implements Schedule {
    public Lagged {
        Require.atLeast("lag", 0, lag);
    }

    @Override
    public double at(long step) {
        return schedule.at(Math.max(1, step - lag));
    }
}
