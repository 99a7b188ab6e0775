package kelvin.learner;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Stability;

/**
 * The sufficient statistic of a player's past: the least that decides its choice probabilities, besides the step.
 *
 * <p>A player that recalls {@link #SUMS} or {@link #HISTORY} can be taught what somebody else has lived through: after {@code observe}
 * of the same rewards, without {@code select}, it chooses as if the decisions had been its own.
 */
@Stability(STABLE)
public enum SufficientHistory {
    /** The number of rewards of 0 or 1 that each action has given, and their sum, in whichever order they came. */
    SUMS,

    /** The actions and rewards in their order. */
    HISTORY,

    /** More than that, such as random choices that its actions do not show. */
    MORE
}
