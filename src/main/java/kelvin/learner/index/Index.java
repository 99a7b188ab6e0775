package kelvin.learner.index;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.BitSet;
import kelvin.contract.Stability;
import kelvin.learner.Learner;
import kelvin.numeric.ArgMax;
import org.apache.commons.rng.UniformRandomProvider;

/** What an index learner knows of the actions, and the numbers it makes of that. */
@Stability(STABLE)
public interface Index {
    /** Stands for an action that has to be tried: larger than any other index. */
    double UNKNOWN = Double.MAX_VALUE;

    /** The answer of {@link #largest} where all indices have to be written to know. */
    int NOT_WITHOUT_ALL = -1;

    /** Learns from a reward; as {@link Learner#observe}. */
    void observe(long step, int action, double reward);

    /** Writes the index of each action; what it writes for closed actions is ignored. Changes nothing that matters. */
    void write(long step, BitSet open, double[] out);

    /** Writes the mean reward of each action, {@code NaN} before the first, and says whether it keeps such means. */
    default boolean means(double[] out) {
        return false;
    }

    /** The action with the largest index while all are open, as {@link ArgMax} would answer, where that can be had for less. */
    default int largest(long step, UniformRandomProvider random) {
        return NOT_WITHOUT_ALL;
    }
}
