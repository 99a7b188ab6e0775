package kelvin.agent;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;
import org.apache.commons.rng.UniformRandomProvider;

/** A task with what actions may lead to: what a planner searches in. */
@Stability(MAY_CHANGE)
public interface Model extends Task {
    /**
     * Tries an action in thought.
     *
     * @param state a state
     * @param action an action open there
     * @param random decides what it leads to
     * @return what it leads to, drawn with the probabilities of the world
     */
    Transition sample(int state, int action, UniformRandomProvider random);

    /**
     * Whether an episode is over.
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
     * What an action led to.
     *
     * @param state the next state
     * @param reward what it gave
     */
    record Transition(int state, double reward) {}
}
