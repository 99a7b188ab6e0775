package kelvin.model;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * A scorer: a differentiable function from a context to one number per action, whose weights follow gradients. What the numbers are is
 * up to what uses them: preferences of a policy, logits of gates. Mutable, for one thread at a time; scoring and learning allocate
 * nothing.
 */
@Stability(MAY_CHANGE)
public interface Scorer extends Restorable {
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
     * Writes the score of each action.
     *
     * @param context what is seen; its numbers of actions and features are those of the scorer
     * @param out receives the scores, length K
     */
    void scores(Context context, double[] out);

    /**
     * Writes the weights of the features that describe an action, where scores are linear in them.
     *
     * @param action the action, in [0, K)
     * @param out receives d + k weights: of the shared features, then of the action's own. Untouched where there are none
     * @return whether there are
     */
    default boolean coefficients(int action, double[] out) {
        return false;
    }

    /**
     * Moves the weights up the gradient of a function of the scores.
     *
     * <pre>
     *   w ← w + rate·Σ gradient[a]·∂scores[a]/∂w
     * </pre>
     *
     * @param context what was seen; not kept
     * @param gradient the derivative of the function by each score, length K, finite
     * @param rate the length of the step; finite, may be negative
     */
    void learn(Context context, double[] gradient, double rate);

    /** Adds an action of which nothing is known; contexts have one more from then on. */
    void addAction();

    /**
     * Returns an independent scorer that has learnt the same.
     *
     * @return the snapshot; it may be used by another thread
     */
    Scorer snapshot();
}
