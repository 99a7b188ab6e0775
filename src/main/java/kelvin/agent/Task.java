package kelvin.agent;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/** The task of an agent: the states, the actions, and the actions open in each state. */
@Stability(MAY_CHANGE)
public interface Task {
    /**
     * Returns the number of states.
     *
     * @return states are numbered in [0, states)
     */
    int states();

    /**
     * Returns the number of actions.
     *
     * @return actions are numbered in [0, actions)
     */
    int actions();

    /**
     * Returns whether an action may be taken.
     *
     * @param state a state
     * @param action an action
     * @return false if it is closed there; where every action is closed, no decision is asked for
     */
    boolean open(int state, int action);
}
