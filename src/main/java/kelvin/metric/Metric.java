package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Locale;
import kelvin.contract.Stability;

/** A metric of a run; its name in data files is the lower-case constant. */
@Stability(MAY_CHANGE)
public enum Metric {
    /**
     * Cumulative regret Σ(μ* − μ_a) over all steps so far, in reward units: of true means, not of realised rewards; against the
     * best arm of the step where means change, as they do with what is seen; where a testbed takes slates of several arms, against the best slate it takes.
     */
    REGRET,
    /** Mean reward per step; of a slate, what it pays as a whole. */
    REWARD,
    /** Fraction of steps on which an action, or a slate, of the largest mean was chosen. */
    OPTIMAL_ACTION,
    /** Gap μ* − μ_a of the arm that is recommended now, in reward units; of learners that recommend. */
    SIMPLE_REGRET,
    /** Fraction of repetitions that now recommend an arm which is not optimal; of learners that recommend. */
    IDENTIFICATION_ERROR;

    private final String key = name().toLowerCase(Locale.ROOT);

    /**
     * Returns the metric's name in data files.
     *
     * @return the constant in lower case, for example {@code optimal_action}
     */
    public String key() {
        return key;
    }

    /**
     * Returns whether every learner has it.
     *
     * @return false for what only a recommending learner has
     */
    public boolean general() {
        return this == REGRET || this == REWARD || this == OPTIMAL_ACTION;
    }

    /**
     * Returns whether it is averaged over steps.
     *
     * @return true for a mean over the steps since the previous reported one, false for what stands at the step
     */
    public boolean average() {
        return this == REWARD || this == OPTIMAL_ACTION;
    }

    /**
     * Returns whether it is a fraction, drawn in percent.
     *
     * @return true for numbers in [0, 1] by their nature
     */
    public boolean fraction() {
        return this == OPTIMAL_ACTION || this == IDENTIFICATION_ERROR;
    }

    /**
     * Returns whether larger values are better.
     *
     * @return true for what is earned, false for what is lost
     */
    public boolean larger() {
        return this == REWARD || this == OPTIMAL_ACTION;
    }
}
