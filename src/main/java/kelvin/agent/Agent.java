package kelvin.agent;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * A player of one run: it acts in episodes and learns from their rewards. Mutable, and used by one thread at a time.
 *
 * <p>An episode is one {@link #begin}, then a {@link #step} for every action but the last, then one {@link #end}. An episode
 * that is given up has no end: the next begins.
 */
@Stability(MAY_CHANGE)
public interface Agent {
    /**
     * Chooses the first action of an episode.
     *
     * @param episode the episode, from 1; what policy schedules count
     * @param state where it begins; some action is open there
     * @return the action, open in that state
     */
    int begin(long episode, int state);

    /**
     * Learns from the reward of the last action and chooses the next.
     *
     * @param reward what it gave, finite
     * @param state where it led; some action is open there
     * @return the action, open in that state
     */
    int step(double reward, int state);

    /**
     * Learns from the reward of the last action of an episode.
     *
     * @param reward what it gave, finite
     */
    void end(double reward);

    /**
     * Writes the probability of each action in a state, as of the present episode, where it has a closed form. Draws no random
     * number and changes nothing.
     *
     * @param state a state in which some action is open
     * @param out receives the probabilities, one per action; untouched where there is no closed form
     * @return whether there is one
     */
    default boolean probabilities(int state, double[] out) {
        return false;
    }

    /**
     * Writes the estimated value of each action in a state, where it estimates them. Draws no random number and changes nothing.
     *
     * @param state a state in which some action is open
     * @param out receives the values, one per action, in units of the return, −∞ where an action is closed; untouched where there are
     *     none
     * @return whether there are
     */
    default boolean values(int state, double[] out) {
        return false;
    }

    /**
     * Returns the temperature of the policy in a state, as of the present episode.
     *
     * @param state a state in which some action is open
     * @return as {@link kelvin.policy.Policy#temperatureAt} says; {@code NaN} where there is none
     */
    default double temperature(int state) {
        return Double.NaN;
    }
}
