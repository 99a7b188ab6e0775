package kelvin.simulation;

import java.util.List;
import kelvin.metric.Trials;

/** A simulation that was asked to stop before its end; what it had played by then has been saved. */
public final class Stopped extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Trials> trials;

    /**
     * Stopped with what there is.
     *
     * @param trials the values at the horizon of the repetitions that were finished
     */
    public Stopped(List<Trials> trials) {
        super("stopped before the end");
        this.trials = List.copyOf(trials);
    }

    /**
     * What was played.
     *
     * @return the values at the horizon of the repetitions that each learner had finished; learners without any are left out
     */
    public List<Trials> trials() {
        return trials;
    }
}
