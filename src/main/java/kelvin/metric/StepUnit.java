package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/** The unit that an experiment counts in. */
@Stability(MAY_CHANGE)
public enum StepUnit {
    /** One decision of a learner. */
    STEP,
    /** A whole episode of an agent. */
    EPISODE;

    /**
     * Returns the noun for one.
     *
     * @return step or episode
     */
    public String singular() {
        return this == STEP ? "step" : "episode";
    }

    /**
     * Returns the noun for several.
     *
     * @return steps or episodes
     */
    public String plural() {
        return this == STEP ? "steps" : "episodes";
    }

    /**
     * Returns the noun for the work that runs consist of.
     *
     * @return decisions or episodes
     */
    public String work() {
        return this == STEP ? "decisions" : "episodes";
    }
}
