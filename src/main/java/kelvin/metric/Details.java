package kelvin.metric;

import java.util.List;
import java.util.Set;

/**
 * What an experiment gave besides its metrics.
 *
 * @param traces what learners were about to do, and why, where an experiment asks for it
 * @param maps what agents do where, in worlds that are grids
 */
public record Details(List<Trace> traces, List<ActionMap> maps) {
    /** Nothing besides. */
    public static final Details NONE = new Details(List.of(), List.of());

    /**
     * Copies the lists.
     *
     * @param traces what learners were about to do, and why
     * @param maps what agents do where
     */
    public Details {
        traces = List.copyOf(traces);
        maps = List.copyOf(maps);
    }

    /**
     * The traces of one quantity as means over all repetitions.
     *
     * @param quantity the quantity
     * @return its traces, learners in the order of the experiment; those of which nothing is known are left out
     */
    public List<Trace> means(Quantity quantity) {
        return traces.stream()
                .filter(trace -> trace.quantity() == quantity && trace.ofAll() && trace.known())
                .toList();
    }

    Details of(Set<String> learners) {
        return new Details(
                traces.stream().filter(t -> learners.contains(t.learner())).toList(),
                maps.stream().filter(m -> learners.contains(m.learner())).toList());
    }
}
