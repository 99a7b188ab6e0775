package kelvin.simulation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.contract.Stability;
import kelvin.metric.RunValues;
import kelvin.metric.SweepPoint;

/** Thrown when a simulation was cancelled before its end; what it had played by then has been saved. */
@Stability(MAY_CHANGE)
public final class RunCancelled extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<RunValues> trials;
    private final transient List<SweepPoint> swept;
    private final transient long kept;

    /**
     * An exception that holds what was played.
     *
     * @param trials the values at the horizon of the repetitions that were finished
     * @param swept every metric of every learner at the points of a sweep that were finished
     * @param kept how many finished repetitions there are, over all learners and points
     */
    public RunCancelled(List<RunValues> trials, List<SweepPoint> swept, long kept) {
        super("stopped before the end");
        this.trials = List.copyOf(trials);
        this.swept = List.copyOf(swept);
        this.kept = kept;
    }

    /**
     * The values of the repetitions that were finished.
     *
     * @return the values at the horizon of the repetitions that each learner had finished; learners without any are left out
     */
    public List<RunValues> trials() {
        return trials;
    }

    /**
     * The number of repetitions to resume from.
     *
     * @return repetitions, over all learners and points, also those that come after one that was cut; 0 if all begins anew
     */
    public long kept() {
        return kept;
    }

    /**
     * The points of a sweep that were finished.
     *
     * @return every metric of every learner at the points that were finished, the best of those marked
     */
    public List<SweepPoint> swept() {
        return swept;
    }
}
