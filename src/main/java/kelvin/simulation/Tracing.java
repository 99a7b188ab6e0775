package kelvin.simulation;

import java.util.List;

/**
 * What to trace of every learner: what it is about to do, and why.
 *
 * @param steps at which steps, increasing; shared, read it only
 * @param runs which repetitions to keep each by itself, from 0
 */
public record Tracing(long[] steps, List<Integer> runs) {
    /** Traces nothing. */
    public static final Tracing NONE = new Tracing(new long[0], List.of());

    /**
     * Copies the list.
     *
     * @param steps at which steps, increasing
     * @param runs which repetitions to keep each by itself, from 0
     */
    public Tracing {
        runs = List.copyOf(runs);
    }

    /**
     * Whether anything is traced.
     *
     * @return true if there is a step
     */
    public boolean any() {
        return steps.length > 0;
    }
}
