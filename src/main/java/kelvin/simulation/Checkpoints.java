package kelvin.simulation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * A store of checkpoints, one per learner, so that a cancelled simulation resumes where it was, and one of more repetitions plays
 * only those that are missing.
 *
 * <p>What is kept for a label must come from the same testbed, learner, seed and reported steps, played by the same code:
 * whoever keeps it answers for that. Called by one thread.
 */
@Stability(MAY_CHANGE)
public interface Checkpoints {
    /** Stores nothing. */
    Checkpoints NONE = new Checkpoints() {
        @Override
        public long[] load(String label) {
            return new long[0];
        }

        @Override
        public void save(String label, long[] words) {}
    };

    /**
     * Loads the last checkpoint of a learner.
     *
     * @param label the learner's label
     * @return the words that {@link #save} was given; empty if there are none
     */
    long[] load(String label);

    /**
     * Saves a checkpoint of a learner in place of the one before.
     *
     * @param label the learner's label
     * @param words everything needed to go on, as one opaque row of 64-bit words
     */
    void save(String label, long[] words);
}
