package kelvin.schedule;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.List;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;

/**
 * A piecewise constant schedule: {@code values[0]} up to step {@code until[0]}, then {@code values[1]} up to {@code
 * until[1]}, and so on; the last value holds for ever.
 *
 * <pre>
 *   at(step) = values[i],   i = number of entries of until that are &lt; step
 * </pre>
 *
 * @param values the numbers in turn, finite, at least one
 * @param until the last step of each number but the last; from 1 up, strictly increasing; one fewer than {@code values}
 */
@Summary("piecewise constant: values[i] up to and including step until[i], the last value for ever")
@Stability(STABLE)
public record Steps(List<Double> values, List<Long> until) implements Schedule {
    public Steps {
        values = List.copyOf(values);
        until = List.copyOf(until);
        Require.that(!values.isEmpty(), "values", values, "at least one number");
        Require.that(
                until.size() == values.size() - 1,
                "until",
                until,
                "one step fewer than values (" + values.size() + ")");
        values.forEach(value -> Require.finite("values", value));
        long previous = 0;
        for (long step : until) {
            Require.that(step > previous, "until", until, "strictly increasing steps from 1");
            previous = step;
        }
    }

    @Override
    public double at(long step) {
        int i = 0;
        while (i < until.size() && until.get(i) < step) {
            i++;
        }
        return values.get(i);
    }
}
