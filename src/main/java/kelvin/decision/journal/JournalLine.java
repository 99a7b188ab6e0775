package kelvin.decision.journal;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * A line of a journal. Its contents are fixed when it is made, under the lock of who appends it; its bytes are made by its writer,
 * outside of that lock.
 */
@FunctionalInterface
@Stability(MAY_CHANGE)
public interface JournalLine {
    /**
     * Returns the line's bytes, line break included.
     *
     * @return the bytes
     */
    byte[] bytes();

    /** A line that depends on its place in the journal, and wants to know when it is on disk. */
    @Stability(MAY_CHANGE)
    interface Placed extends JournalLine {
        /**
         * Returns the line's bytes for a place in the journal.
         *
         * @param at the offset of its first byte
         * @return the bytes
         */
        byte[] bytes(long at);

        /** Takes note that the line is on disk, at the place that its bytes were made for. */
        void written();
    }
}
