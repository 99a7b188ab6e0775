package kelvin.agent;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/** What an agent is told before it plays. */
@Stability(MAY_CHANGE)
public interface Task {
    /**
     * The number of states.
     *
     * @return states are numbered in [0, states)
     */
    int states();

    /**
     * The number of actions.
     *
     * @return actions are numbered in [0, actions)
     */
    int actions();

    /**
     * Whether an action may be taken.
     *
     * @param state a state
     * @param action an action
     * @return false if it is closed there; where every action is closed, no decision is asked for
     */
    boolean open(int state, int action);
}
