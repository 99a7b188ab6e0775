package kelvin.learner.slate;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Slate;
import kelvin.contract.Stability;
import kelvin.learner.Learner;

/** A player that answers with several actions; its {@link #select(long)} and {@link #observe(long, int, double)} are never called. */
@Stability(STABLE)
public interface SlateLearner extends Learner {
    /**
     * Chooses a slate of actions.
     *
     * @param step decisions made so far + 1
     * @param slate empty; receives open actions in the order they are to be shown. Not to be kept
     */
    void select(long step, Slate slate);

    /**
     * Learns from the rewards of a slate. That may come late, out of order or never.
     *
     * @param step the step of the decision that this answers
     * @param slate what was shown then, the rewards that were seen and the payoff. Not to be kept or changed
     */
    void observe(long step, Slate slate);

    /**
     * Writes the probability that each action is in the slate of a step, where it has a closed form. Draws no random number and
     * changes nothing.
     *
     * @param step decisions made so far + 1
     * @param out receives the inclusion probabilities, length n; untouched where there is no closed form
     * @return whether there is one
     */
    default boolean inclusion(long step, double[] out) {
        return false;
    }

    @Override
    default int select(long step) {
        throw new IllegalStateException("answers with several actions");
    }

    @Override
    default void observe(long step, int action, double reward) {
        throw new IllegalStateException("answers with several actions");
    }
}
