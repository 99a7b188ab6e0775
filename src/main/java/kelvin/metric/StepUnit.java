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
     * Returns the plural noun of the decisions that runs consist of.
     *
     * @return decisions or episodes
     */
    public String plural() {
        return this == STEP ? "decisions" : "episodes";
    }

    /**
     * Returns a text about steps as it has to be worded here. Names that users gave have no place in it: their words
     * would be changed too.
     *
     * @param text a text of our own that says step or steps
     * @return the same of episodes, where that is what they are
     */
    public String say(String text) {
        return this == STEP ? text : text.replaceAll("(?<![-\\w])step(?=s?\\b)(?!s?[ -]sizes?\\b)", "episode");
    }
}
