package kelvin.simulation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * Keeps what learners have played so far, so that a simulation cut short goes on where it was, and one of more repetitions plays
 * only those that are missing.
 *
 * <p>What is kept for a label must come from the same testbed, learner, seed and reported steps, played by the same code:
 * whoever keeps it answers for that. Called by one thread.
 */
@Stability(MAY_CHANGE)
public interface Checkpoints {
    /** Keeps nothing. */
    Checkpoints NONE = new Checkpoints() {
        @Override
        public long[] load(String label) {
            return new long[0];
        }

        @Override
        public void save(String label, long[] words) {}
    };

    /**
     * What was last saved for a learner.
     *
     * @param label the learner's label
     * @return the words that {@link #save} was given; empty if there are none
     */
    long[] load(String label);

    /**
     * Keeps what a learner has played, in place of what was saved for it before.
     *
     * @param label the learner's label
     * @param words everything needed to go on, as one opaque row of 64-bit words
     */
    void save(String label, long[] words);
}
