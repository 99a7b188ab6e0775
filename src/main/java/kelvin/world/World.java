package kelvin.world;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.contract.Environment;
import kelvin.contract.Stability;

/**
 * An episodic Markov decision process with finitely many states and actions, as a file names it: immutable, and exactly known.
 *
 * <p>An episode begins in one of the starts and ends in a state in which every action is closed. Rewards are not discounted.
 */
@Stability(MAY_CHANGE)
public interface World extends Environment {
    /**
     * Returns the number of states, those that end an episode included.
     *
     * @return states are numbered in [0, states)
     */
    int states();

    /**
     * Returns the number of actions; in a state some may be closed.
     *
     * @return actions are numbered in [0, actions)
     */
    int actions();

    /**
     * Returns the distribution of first states, as transitions.
     *
     * @return the possible first states, with probabilities that sum to 1; their rewards are not used
     */
    List<Transition> starts();

    /**
     * Returns the possible outcomes of an action.
     *
     * @param state a state that can be reached from the starts
     * @param action the action
     * @return all that may follow, with probabilities that sum to 1; empty if the action is closed in this state
     */
    List<Transition> outcomes(int state, int action);

    /**
     * Returns the width of the world, if it is a grid whose states are numbered row by row.
     *
     * @return the number of columns; 0 if it is no grid
     */
    default int columns() {
        return 0;
    }

    /**
     * Returns the names of the actions.
     *
     * @return a word each; in a grid, {@code up}, {@code right}, {@code down}, {@code left}, {@code up-right} and so on
     */
    List<String> actionNames();
}
