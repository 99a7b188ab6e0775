package kelvin.evaluation.sequential;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * Confidence sequence for the difference that a treatment makes against a control group to which each decision is assigned at random with a
 * known probability. Its mean is that of the treatment less that of the control.
 */
@Stability(MAY_CHANGE)
public interface GroupSequence extends ConfidenceSequence {
    /**
     * Adds the reward of a decision.
     *
     * @param inControl true if it was in the control group
     * @param reward its reward
     * @throws IllegalArgumentException if it is out of range; nothing has changed then
     */
    void add(boolean inControl, double reward);

    /**
     * Returns the rewards of the treatment group, with an interval of its own at the same level.
     *
     * @return the sequence for its mean, to be read only
     */
    ConfidenceSequence treatment();

    /**
     * Returns the rewards of the control group, with an interval of its own at the same level.
     *
     * @return the sequence for its mean, to be read only
     */
    ConfidenceSequence control();

    @Override
    default long count() {
        return treatment().count() + control().count();
    }
}
