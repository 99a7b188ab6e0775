package kelvin.simulation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/** Thrown when a run fails; the message says which learner, repetition and step, and why. */
@Stability(MAY_CHANGE)
public final class FailedRun extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String player;
    private final String when;

    FailedRun(String message, Throwable cause) {
        super(message, cause);
        player = "";
        when = "";
    }

    FailedRun(String label, int repetition, Throwable cause) {
        super("learner '" + label + "', repetition " + repetition + ": " + cause.getMessage(), cause);
        player = "learner '" + label + "'";
        when = "repetition " + repetition + (cause instanceof AtStep step ? ", " + step.when : "");
    }

    /**
     * Returns the player whose run failed.
     *
     * @return such as {@code learner 'greedy'}; empty if playing as a whole broke down
     */
    public String player() {
        return player;
    }

    /**
     * Returns the time at which the run failed.
     *
     * @return such as {@code repetition 3, step 17}, without the step if none was begun; empty if playing as a whole broke down
     */
    public String when() {
        return when;
    }

    /** Thrown within a run, to add the step. */
    static final class AtStep extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String when;

        AtStep(String when, Throwable cause) {
            super(when + ": " + cause.getMessage(), cause);
            this.when = when;
        }
    }
}
