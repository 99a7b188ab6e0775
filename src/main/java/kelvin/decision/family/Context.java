package kelvin.decision.family;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import kelvin.decision.ContextMaker;
import kelvin.decision.DecisionMaker;
import kelvin.decision.journal.JournalLine;
import kelvin.decision.journal.SealedLine;

/** One open context: its decision maker, and the places of its lines in the shard's journals. */
final class Context implements ContextMaker.SharedLines {
    /** The key, in a line, of the context's name. */
    static final String KEY = "context";

    /** The number of lines since the last state record, beside as many as are remembered, that is read back without another. */
    private static final int FEW_LINES = 16;

    /** The same for a context that stays open, and is read back only after the program was killed. */
    private static final int MANY_LINES = 4096;

    private final Shard shard;
    private final String name;
    private final long hash;
    private long made;
    private volatile long indexed;
    private final AtomicInteger linesSinceState;
    private final ContextMaker maker;

    /**
     * Creates the context of a name.
     *
     * @param shard where its lines go
     * @param name its name
     * @param hash the hash of its name in the index
     * @param lines its lines so far, from the newest state record on
     */
    Context(Shard shard, String name, long hash, ContextLines lines) {
        this.shard = shard;
        this.name = name;
        this.hash = hash;
        made = lines.newest();
        indexed = lines.newest();
        linesSinceState = new AtomicInteger(lines.told().size());
        maker = shard.resume(name, lines, this);
    }

    DecisionMaker maker() {
        return maker.maker();
    }

    @Override
    public int append(JournalLine line) {
        linesSinceState.incrementAndGet();
        return shard.append(this, line);
    }

    @Override
    public void flushIfBehind(int waiting) {
        shard.flushIfBehind(waiting);
    }

    @Override
    public void commit() throws IOException {
        shard.commit();
    }

    @Override
    public void save() throws IOException {
        shard.save();
    }

    /** Appends a state record if otherwise many lines would have to be read back. */
    void appendStateIfDue(boolean leaving) {
        int lines = leaving ? FEW_LINES : MANY_LINES;
        int since = linesSinceState.get();
        if (since > lines && since > lines + maker.remembered()) {
            appendState();
        }
    }

    void appendState() {
        maker.appendState();
        linesSinceState.set(0);
    }

    /** Goes on from the lines that are on disk, after later ones were given up. */
    void forgetUnwritten() {
        made = indexed;
    }

    void close() {
        maker.close();
    }

    /** Returns a line of this context for the journal of a number. */
    JournalLine line(JournalLine line, long journal) {
        return new Line(line, journal);
    }

    private final class Line implements JournalLine.Placed {
        private final JournalLine line;
        private final long journal;
        private long place;

        Line(JournalLine line, long journal) {
            this.line = line;
            this.journal = journal;
        }

        @Override
        public byte[] bytes() {
            return line.bytes();
        }

        @Override
        public byte[] bytes(long at) {
            SealedLine text = SealedLine.reopened(line.bytes()).quoted(KEY, name);
            if (made != 0) {
                text.put(Place.BACK, Place.json(made));
            }
            place = Place.of(journal, at);
            made = place;
            return text.sealed();
        }

        @Override
        public void written() {
            shard.index().put(hash, indexed, place);
            indexed = place;
        }
    }
}
