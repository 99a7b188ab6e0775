package kelvin.learner.index;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.BitSet;
import kelvin.contract.Resumable;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.learner.Learner;
import kelvin.numeric.ArgMax;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The index of an index policy: it learns from rewards and gives each action a number, of which the largest is played.
 */
@Stability(STABLE)
public interface Index extends Resumable {
    /** The index of an action that has to be tried: larger than any other. */
    double UNKNOWN = Double.MAX_VALUE;

    /** The answer of {@link #largest} where all indices have to be written to know. */
    int NOT_WITHOUT_ALL = -1;

    /**
     * Learns from a reward, as {@link Learner#observe} does.
     *
     * @param step the step of the decision that this reward answers
     * @param action the action taken then
     * @param reward what it gave, finite
     */
    void observe(long step, int action, double reward);

    /**
     * Writes the index of each action.
     *
     * @param step decisions made so far + 1
     * @param open the open actions; not to be changed
     * @param out receives the indices, length n: finite, or {@link #UNKNOWN} for an action that has to be tried; those of
     *     closed actions are ignored
     * @implSpec Asked twice for one step, it writes the same numbers.
     */
    void write(long step, BitSet open, double[] out);

    /**
     * Writes as much of the indices as choosing the largest needs: numbers of which the largest are exactly those of the
     * largest indices.
     *
     * @param step decisions made so far + 1
     * @param open the open actions; not to be changed
     * @param out receives one number per action, length n; those of closed actions are ignored
     */
    default void writeLargest(long step, BitSet open, double[] out) {
        write(step, open, out);
    }

    /**
     * Writes the mean reward of each action, where such means are kept.
     *
     * @param out receives the means, length n; {@code NaN} before an action's first reward
     * @return whether means are kept; false leaves {@code out} untouched
     */
    default boolean means(double[] out) {
        return false;
    }

    /**
     * Returns the action with the largest index while all are open, as {@link ArgMax} would choose it, where that costs
     * less than all indices.
     *
     * @param step decisions made so far + 1
     * @param random the source of a number where indices are tied
     * @return the action, or {@link #NOT_WITHOUT_ALL} where all indices have to be written
     */
    default int largest(long step, UniformRandomProvider random) {
        return NOT_WITHOUT_ALL;
    }

    /**
     * Saves or loads what was learnt.
     *
     * @param fields where it is saved, or loaded from
     * @throws UnsupportedOperationException unless overridden: the learner that uses it can then not be saved
     */
    @Override
    default void state(StateFields fields) {
        throw new UnsupportedOperationException("cannot be saved: does not say what its state is");
    }
}
