package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kelvin.contract.Stability;

/**
 * The results of an experiment besides its metrics: histograms, traces, maps, bounds and running times.
 *
 * @param traces what learners were about to do, and why, where an experiment asks for it
 * @param maps what agents do where, in worlds that are grids
 * @param rewards what arms pay, the best first, where an experiment asks for it
 * @param seconds how long each learner played, added up over the threads that played; empty if not known
 * @param unit what the steps are
 */
@Stability(MAY_CHANGE)
public record Details(
        List<Trace> traces,
        List<ActionMap> maps,
        List<RewardHistogram> rewards,
        Map<String, Double> seconds,
        StepUnit unit) {
    /** No details at all. */
    public static final Details NONE = new Details(List.of(), List.of(), List.of(), Map.of(), StepUnit.STEP);

    public Details {
        traces = List.copyOf(traces);
        maps = List.copyOf(maps);
        rewards = List.copyOf(rewards);
        seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
    }

    /**
     * Returns the traces of one quantity as means over all repetitions.
     *
     * @param quantity the quantity
     * @return its traces, learners in the order of the experiment; those of which nothing is known are left out
     */
    public List<Trace> means(TracedQuantity quantity) {
        return traces.stream()
                .filter(trace -> trace.quantity() == quantity && trace.ofAll() && trace.known())
                .toList();
    }

    /**
     * Returns the same details with running times.
     *
     * @param times how long each learner played, in seconds
     * @return a copy
     */
    public Details timed(Map<String, Double> times) {
        return new Details(traces, maps, rewards, times, unit);
    }

    Details of(Set<String> learners) {
        return new Details(
                traces.stream().filter(t -> learners.contains(t.learner())).toList(),
                maps.stream().filter(m -> learners.contains(m.learner())).toList(),
                rewards,
                seconds,
                unit);
    }
}
