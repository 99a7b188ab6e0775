package kelvin.learner.contextual;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;
import kelvin.model.Context;

/**
 * The views on a model: one or several vectors of values, one of which, each as likely as the others, is shown to the policy.
 *
 * <pre>
 *   p[a] = Σ π(a | view j)/m over the m views
 * </pre>
 */
@Stability(MAY_CHANGE)
public interface Views {
    /**
     * Returns the number of views.
     *
     * @return m, at least 1
     */
    int count();

    /**
     * Returns whether a view of a step is the same whenever it is asked for, as long as the model learns nothing; only then have
     * choices a probability that can be told.
     *
     * @return false if every view is another draw
     */
    default boolean repeatable() {
        return true;
    }

    /**
     * Writes a view.
     *
     * @param view its number, in [0, m)
     * @param step the step of the decision
     * @param context what is seen
     * @param out receives the values, one per action, finite or −∞ for an action that must not be taken
     */
    void write(int view, long step, Context context, double[] out);
}
