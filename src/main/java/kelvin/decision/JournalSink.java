package kelvin.decision;

/** Destination of a decision maker's journal records, in the order of events. */
interface JournalSink {
    /** Discards every record; for decision makers without a journal. */
    JournalSink DISCARDING = line -> 0;

    /** Buffers a record, under the decision maker's lock, and returns the number of buffered records. */
    int append(JournalRecord line);

    /** Flushes the buffer if it is too full; called without the lock. */
    default void flushIfBehind(int waiting) {}
}
