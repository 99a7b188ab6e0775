package kelvin.decision;

/** Where the lines of a decision maker go, in the order of what happened. */
interface JournalSink {
    /** For who keeps no journal. */
    JournalSink NOWHERE = line -> 0;

    /** Adds a line, under the decision maker's lock, and tells how many wait to be written. */
    int append(JournalRecord line);

    /** Writes without a commit if too many wait; called without the lock. */
    default void relieve(int waiting) {}
}
