package kelvin.agent;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;
import org.apache.commons.rng.UniformRandomProvider;

/** A transition model: a task whose transitions can be sampled, for planners. */
@Stability(MAY_CHANGE)
public interface TransitionModel extends Task {
    /**
     * Samples the outcome of an action without taking it.
     *
     * @param state a state
     * @param action an action open there
     * @param random decides what it leads to
     * @return what it leads to, drawn with the probabilities of the world
     */
    Transition sample(int state, int action, UniformRandomProvider random);

    /**
     * Returns whether an episode is over.
     *
     * @param state a state
     * @return true if no action is open there
     */
    default boolean ends(int state) {
        for (int action = 0; action < actions(); action++) {
            if (open(state, action)) {
                return false;
            }
        }
        return true;
    }

    /**
     * A sampled transition: the reward of an action and the state it led to.
     *
     * @param state the next state
     * @param reward what it gave
     */
    record Transition(int state, double reward) {}
}
