package kelvin.simulation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import kelvin.contract.Stability;

/**
 * The trace that is asked for: what every learner is about to do, and why, and what arms pay.
 *
 * @param steps at which steps, increasing; shared, read it only
 * @param runs which repetitions to keep each by itself, from 0
 * @param draws how often to pull each arm for a histogram of its rewards; 0 for none
 * @param scheduled the values, at each of the steps, of the numbers of learners' policies that follow a schedule: by label, then by path
 *     within the learner
 */
@Stability(MAY_CHANGE)
public record Tracing(long[] steps, List<Integer> runs, int draws, Map<String, Map<String, double[]>> scheduled)
        implements Serializable {
    /** Traces nothing. */
    public static final Tracing NONE = new Tracing(new long[0], List.of(), 0);

    public Tracing {
        runs = List.copyOf(runs);
        scheduled = Map.copyOf(scheduled);
    }

    /**
     * The trace of learners without a scheduled number.
     *
     * @param steps at which steps, increasing; shared, read it only
     * @param runs which repetitions to keep each by itself, from 0
     * @param draws how often to pull each arm for a histogram of its rewards; 0 for none
     */
    public Tracing(long[] steps, List<Integer> runs, int draws) {
        this(steps, runs, draws, Map.of());
    }
}
