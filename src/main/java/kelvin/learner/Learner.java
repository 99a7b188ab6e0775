package kelvin.learner;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.BitSet;
import kelvin.contract.Resumable;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.model.Context;

/** A player of one run: it chooses actions and learns from their rewards. Mutable, and used by one thread at a time. */
@Stability(STABLE)
public interface Learner extends Resumable {
    /**
     * Chooses an action.
     *
     * @param step decisions made so far + 1
     * @return the action, in [0, n), one of the open ones
     */
    int select(long step);

    /**
     * Learns from a reward. Rewards may come late, out of order or never.
     *
     * @param step the step of the decision that this reward answers
     * @param action the action taken then
     * @param reward what it gave, finite
     */
    void observe(long step, int action, double reward);

    /**
     * Tells that no reward of a decision will come any more; what the player remembers for the sake of that reward may go.
     *
     * @param step the step of the decision
     */
    default void forget(long step) {}

    /**
     * Writes the probability of each action at a step, where it has a closed form. Draws no random number and changes nothing.
     *
     * @param step decisions made so far + 1
     * @param out receives the probabilities, length n; untouched where there is no closed form
     * @return whether there is one
     */
    default boolean probabilities(long step, double[] out) {
        return false;
    }

    /**
     * Writes the value that the player takes each action to have, where it keeps such estimates. Changes nothing.
     *
     * @param step decisions made so far + 1
     * @param out receives the estimates, in reward units, length n; {@code NaN} for an action nothing is known of. Untouched where there
     *     are no estimates
     * @return whether there are estimates
     */
    default boolean values(long step, double[] out) {
        return false;
    }

    /**
     * Writes the coefficients that the player's model has of an action's features, where it is linear in them. Changes nothing.
     *
     * @param action the action, in [0, n)
     * @param out receives the coefficients as {@link kelvin.model.Model#coefficients} orders them; untouched where there are none
     * @return whether there are
     */
    default boolean coefficients(int action, double[] out) {
        return false;
    }

    /**
     * Returns the temperature at which the player's policy chooses at a step. Changes nothing.
     *
     * @param step decisions made so far + 1
     * @return τ in reward units; 0 or +∞ at the limits of a solved one; {@code NaN} where no one temperature is in force, as while
     *     actions are first tried
     */
    default double temperature(long step) {
        return Double.NaN;
    }

    /**
     * Shows the context of the decision to come; called before {@link #select} at every step, where there is something to see. A
     * learner that is not {@linkplain LearnerSpec#contextual contextual} does not look.
     *
     * @param step decisions made so far + 1
     * @param context what is seen; of the world, which changes it at the next step: not kept, but copied
     */
    default void see(long step, Context context) {}

    /**
     * Saves or loads all that the player has learnt and is about to do, decisions that wait for their rewards included. Its random
     * numbers are not part of it: a restored player goes on with the same bits once its stream stands where the other's does. Loading
     * may draw some.
     *
     * <p>A player that cannot be saved says so from the start.
     *
     * @param fields where the state is saved, or loaded from
     * @throws UnsupportedOperationException if this player cannot be saved; the message gives the reason
     * @throws kelvin.contract.InvalidValue if a field is loaded that is not allowed
     */
    @Override
    default void state(StateFields fields) {
        throw new UnsupportedOperationException("cannot be saved: does not say what its state is");
    }

    /**
     * Tells which actions may be chosen from now on; called only when that changes. Before the first call all are open.
     *
     * @param actions the open actions, at least one; not kept
     * @throws UnsupportedOperationException if this player cannot do without an action
     */
    default void open(BitSet actions) {
        throw new UnsupportedOperationException("cannot play while actions come and go");
    }
}
