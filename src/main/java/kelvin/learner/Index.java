package kelvin.learner;

import java.util.BitSet;

/** What an index learner knows of the actions, and the numbers it makes of that. */
interface Index {
    /** Stands for an action that has to be tried: larger than any other index. */
    double UNKNOWN = Double.MAX_VALUE;

    /** Learns from a reward; as {@link Learner#observe}. */
    void observe(long step, int action, double reward);

    /** Writes the index of each action; what it writes for closed actions is ignored. Changes nothing that matters. */
    void write(long step, BitSet open, double[] out);
}
