package kelvin.learner.contextual;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.BitSet;
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
    default int count() {
        return 1;
    }

    /**
     * Returns whether the mean over the views is the probability of a choice, and not just what one random view made of it.
     *
     * @return false if choices have no probability in closed form
     */
    default boolean tellsProbabilities() {
        return true;
    }

    /**
     * Writes a view; the same whenever it is asked for, as long as the model learns nothing.
     *
     * @param view its number, in [0, m)
     * @param step the step of the decision
     * @param context what is seen
     * @param open the open actions, at least one; not to be changed
     * @param out receives the values, one per action, finite or −∞ for an action that must not be taken, finite for at least one open
     *     action; those of closed actions do not matter
     */
    void write(int view, long step, Context context, BitSet open, double[] out);
}
