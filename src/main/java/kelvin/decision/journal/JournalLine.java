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
}
