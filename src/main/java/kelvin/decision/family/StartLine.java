package kelvin.decision.family;

import java.util.function.LongConsumer;
import kelvin.decision.journal.JournalLine;

/** The start record of a program that goes on with a journal: tells where it stands once it is on disk. */
final class StartLine implements JournalLine.Placed {
    private final byte[] bytes;
    private final long journal;
    private final LongConsumer taker;
    private long place;

    /**
     * Creates the line.
     *
     * @param bytes its bytes
     * @param journal the number of the journal
     * @param taker receives its place
     */
    StartLine(byte[] bytes, long journal, LongConsumer taker) {
        this.bytes = bytes.clone();
        this.journal = journal;
        this.taker = taker;
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }

    @Override
    public byte[] bytes(long at) {
        place = Place.of(journal, at);
        return bytes.clone();
    }

    @Override
    public void written() {
        taker.accept(place);
    }
}
