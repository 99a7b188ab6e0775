package kelvin.learner;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Stability;

/**
 * What the choice probabilities of a player depend on, besides the step: the least that has to be known of its past.
 *
 * <p>A player that recalls {@link #SUMS} or {@link #HISTORY} can be taught what somebody else has lived through: after {@code observe}
 * of the same rewards, without {@code select}, it chooses as if the decisions had been its own.
 */
@Stability(STABLE)
public enum SufficientHistory {
    /** How many rewards of 0 or 1 each action has given, and their sum; never mind in which order. */
    SUMS,

    /** The actions and rewards in their order. */
    HISTORY,

    /** More than that, such as random choices that its actions do not show. */
    MORE
}
