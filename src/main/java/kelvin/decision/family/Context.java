package kelvin.decision.family;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import kelvin.decision.ContextMaker;
import kelvin.decision.DecisionHealth;
import kelvin.decision.DecisionListener;
import kelvin.decision.DecisionMaker;
import kelvin.decision.erasure.RunningErasure;
import kelvin.decision.journal.JournalLine;
import kelvin.decision.journal.SealedLine;
import org.jspecify.annotations.Nullable;

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

    /** Changed under the lock of the decision maker; empty where contexts share nothing. */
    private final OwnRewards own = new OwnRewards();

    private final ContextMaker maker;
    private final DecisionHealth before;
    private volatile int heard;

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
        lines.told().forEach(told -> own.take(told.line()));
        maker = shard.resume(name, lines, this);
        before = health();
    }

    /** Returns the decision maker, which all listeners of the family hear. */
    DecisionMaker maker() {
        List<DecisionListener> listeners = shard.listeners();
        if (heard < listeners.size()) {
            attach(listeners);
        }
        return maker.maker();
    }

    private synchronized void attach(List<DecisionListener> listeners) {
        while (heard < listeners.size()) {
            maker.maker().listen(listeners.get(heard).in(name));
            heard++;
        }
    }

    /** Returns counts and memory now, also once it is closed. */
    DecisionHealth health() {
        return maker.maker().health();
    }

    /** Returns the counts when it was read back. */
    DecisionHealth before() {
        return before;
    }

    @Override
    public int append(JournalLine line) {
        linesSinceState.incrementAndGet();
        return shard.journal().append(new Line(line, null), null);
    }

    @Override
    public int appendLearned(JournalLine line, int action, double reward) {
        linesSinceState.incrementAndGet();
        OwnRewards.Reward next = shard.journal().shares(action) ? own.next(action, reward) : null;
        if (next != null) {
            own.add(next);
        }
        return shard.journal().append(new Line(line, next == null ? null : next.json()), next);
    }

    @Override
    public void appendState(JournalLine line) {
        shard.journal().append(new Line(line, shard.journal().shares(0) ? own.json() : null), null);
    }

    @Override
    public void begin(Function<List<ContextMaker.Prior>, JournalLine> line) {
        shard.journal().begin(prior -> new Line(line.apply(prior), null));
    }

    @Override
    public void flushIfBehind(int waiting) {
        shard.journal().flushIfBehind(waiting);
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

    /** Goes on from the new place of its newest line, all of its lines being on disk. */
    void move(RunningErasure to) {
        if (made != 0) {
            List<Object> newest = Objects.requireNonNull(to.newest(name), name);
            made = Place.of(newest);
            indexed = made;
        }
    }

    /** Goes on from the lines that are on disk, after later ones were given up. */
    void forgetUnwritten() {
        made = indexed;
    }

    void close() {
        maker.close();
    }

    /** A line of this context for the journal of a number, which is set when it is buffered. */
    final class Line implements JournalLine.Placed {
        private final JournalLine line;
        private final @Nullable String ownRewards;
        private long journal;
        private long place;

        Line(JournalLine line, @Nullable String ownRewards) {
            this.line = line;
            this.ownRewards = ownRewards;
        }

        Line in(long number) {
            journal = number;
            return this;
        }

        @Override
        public byte[] bytes() {
            return line.bytes();
        }

        @Override
        public byte[] bytes(long at) {
            SealedLine text = SealedLine.reopened(line.bytes());
            (ownRewards == null ? text : text.put(OwnRewards.KEY, ownRewards)).quoted(KEY, name);
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
