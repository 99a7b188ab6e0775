package kelvin.model;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A model of action values: predicts from a context what each action pays, and learns from what actions paid. Mutable, for one thread
 * at a time; asking and learning allocate nothing.
 */
@Stability(MAY_CHANGE)
public interface Model extends Restorable {
    /**
     * Returns the number of actions.
     *
     * @return K
     */
    int actions();

    /**
     * Returns how many features its contexts have.
     *
     * @return d and k
     */
    Features features();

    /**
     * Writes the predicted reward of each action.
     *
     * @param context what is seen; its numbers of actions and features are those of the model
     * @param out receives the predictions, length K, finite
     */
    void values(Context context, double[] out);

    /**
     * Writes the standard deviation of each prediction, up to that of the noise.
     *
     * @param context what is seen
     * @param out receives the standard deviations, length K, finite and ≥ 0
     * @throws UnsupportedOperationException if there is none; {@link ModelSpec#widths} says so beforehand
     */
    default void widths(Context context, double[] out) {
        throw new UnsupportedOperationException("knows no widths");
    }

    /**
     * Draws the predictions of all actions once, jointly, from what the model believes.
     *
     * @param context what is seen
     * @param scale what standard deviations are multiplied by, finite and ≥ 0
     * @param random the source of the draw
     * @param out receives one prediction per action, length K, finite
     * @throws UnsupportedOperationException if it cannot; {@link ModelSpec#samples} says so beforehand
     */
    default void sample(Context context, double scale, UniformRandomProvider random, double[] out) {
        throw new UnsupportedOperationException("draws no predictions");
    }

    /**
     * Writes the coefficients of the features that describe an action, where predictions are linear in them, or a function of what is.
     *
     * @param action the action, in [0, K)
     * @param out receives d + k coefficients: of the shared features, then of the action's own; their products with the features of a
     *     context add up to the prediction, before the link function if there is one. Untouched where there are none
     * @return whether there are
     */
    default boolean coefficients(int action, double[] out) {
        return false;
    }

    /**
     * Learns what an action paid. Rewards may come late and in any order.
     *
     * @param decision the number of the decision, from 1; decides what is random in learning, and the age of what was learnt
     * @param context what was seen then; not kept
     * @param action the action taken then, in [0, K)
     * @param reward what it paid, of the kind {@link ModelSpec#rewards}
     * @param weight how often it counts, finite and ≥ 0: 1 for an ordinary reward
     */
    void learn(long decision, Context context, int action, double reward, double weight);

    /** Adds an action of which nothing is known; contexts have one more from then on. */
    void addAction();

    /**
     * Returns an independent model that has learnt the same. What is large is copied only when one of the two learns, action by action
     * where actions are learnt apart.
     *
     * @return the snapshot; it may be used by another thread
     */
    Model snapshot();
}
