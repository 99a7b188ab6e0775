package kelvin.learner;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Stability;

/** A player that is shown every action's reward after each step; {@link #observe} is then never called. */
@Stability(STABLE)
public interface FullInformation extends Learner {
    /**
     * Learns from all rewards of a step.
     *
     * @param step the step of the decision
     * @param rewards the reward of each action; reused by the caller afterwards
     */
    void observeAll(long step, double[] rewards);

    @Override
    default void observe(long step, int action, double reward) {
        throw new IllegalStateException("needs the rewards of all actions");
    }
}
