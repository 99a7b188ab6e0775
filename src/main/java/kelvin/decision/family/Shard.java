package kelvin.decision.family;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import kelvin.decision.ContextMaker;
import kelvin.decision.RecordedSettings;
import kelvin.decision.Settings;
import kelvin.decision.journal.FolderSwap;
import kelvin.decision.journal.HashChain;
import kelvin.decision.journal.Journal;
import kelvin.decision.journal.JournalLine;
import kelvin.decision.journal.JournalReader;
import kelvin.decision.journal.JournalSequence;
import kelvin.decision.journal.UnfinishedTail;
import kelvin.random.Seed;
import org.jspecify.annotations.Nullable;

/** One shard of a family: writes the journal that its contexts share, reads contexts back, and follows a long journal by the next. */
final class Shard implements ContextCache.Owner, Closeable {
    /** The length in bytes of a journal below which it is not followed by the next, however small the index is. */
    private static final long MIN_ROTATION_BYTES = 16L << 20;

    /** The length in bytes of a journal that is read at the next opening rather than followed by the next on closing. */
    private static final long MIN_CLOSING_BYTES = 1L << 18;

    /** The ratio of an index's length to that of the journal above which no new index is written. */
    private static final int INDEX_TO_JOURNAL_RATIO = 4;

    private final Path folder;
    private final Settings rules;
    private final InstantSource clock;
    private final Journal.Guard guard;
    private final RecordedSettings settings;
    private final ShardLog log;
    private final ContextCache cache;
    private final ReentrantLock saving = new ReentrantLock();

    /** Guards the journal while it is followed by the next, and the start record. */
    private final Object swap = new Object();

    private long number;
    private byte[] startRecord = {};
    private volatile Journal journal;

    /**
     * Opens a shard, or makes a new one.
     *
     * @param folder its folder, which exists
     * @param rules what the family goes by
     * @param clock the time of records
     * @param inMemory how many of its contexts are kept in memory
     * @param guard is asked before each write
     * @param notes receives what had to be left out
     */
    Shard(Path folder, Settings rules, InstantSource clock, int inMemory, Journal.Guard guard, List<String> notes)
            throws IOException {
        this.folder = folder;
        this.rules = rules;
        this.clock = clock;
        this.guard = guard;
        settings = RecordedSettings.of(rules).lasting();
        FolderSwap.finish(folder);
        log = new ShardLog(folder, rules.seed());
        cache = new ContextCache(inMemory, this);
        if (log.isEmpty()) {
            number = 1;
            journal = begin(1, HashChain.FIRST);
            log.sections().add(Place.of(1, 0), settings);
        } else {
            JournalSequence.End end = log.read(notes);
            RecordedSettings last = log.sections().last();
            if (last != null) {
                notes.addAll(last.changes(settings));
            }
            number = end.generation();
            startRecord = start(null);
            journal = resumed(end.at(), notes);
        }
        journal.saveAnchor(folder, number);
    }

    private byte[] start(@Nullable String link) {
        return StartLine.bytes(clock.millis(), link, folder, settings);
    }

    private Journal begin(long next, String link) throws IOException {
        return Journal.begin(JournalSequence.file(folder, next), link, start(link), guard);
    }

    private Journal resumed(JournalReader.End end, List<String> notes) throws IOException {
        Path file = JournalSequence.file(folder, number);
        if (end.rest() > 0) {
            notes.add(UnfinishedTail.putAside(file, end.length()) + ": holds the bytes that were left out");
        }
        return new Journal(file, end, guard);
    }

    <T> T with(String name, DecisionMakers.Use<T> use) throws IOException {
        try {
            return cache.with(name, use);
        } finally {
            if (isLong() && saving.tryLock()) {
                try {
                    rotate();
                } finally {
                    saving.unlock();
                }
            }
        }
    }

    int inMemory() {
        return cache.size();
    }

    ContextIndex index() {
        return log.index();
    }

    ShardLog log() {
        return log;
    }

    @Override
    public Context open(String name) throws IOException {
        return new Context(this, name, log.hash(name), log.lines(name));
    }

    ContextMaker resume(String name, ContextLines lines, ContextMaker.SharedLines to) {
        return ContextMaker.resume(name, lines.told(), rules, clock, to);
    }

    @Override
    public void letGo(List<Context> contexts) throws IOException {
        contexts.forEach(context -> context.appendStateIfDue(true));
        commit(); // where the disk refuses they stay
        contexts.forEach(Context::close);
    }

    int append(Context context, JournalLine line) {
        synchronized (swap) {
            if (startRecord.length > 0) {
                byte[] first = startRecord;
                startRecord = new byte[0];
                journal.append(
                        new StartLine(first, number, place -> log.sections().add(place, settings)));
            }
            return journal.append(context.line(line, number));
        }
    }

    void flushIfBehind(int waiting) {
        journal.flushIfBehind(waiting);
    }

    void commit() throws IOException {
        journal.commit();
    }

    private boolean isLong() {
        return journal.length()
                > Math.max(
                        MIN_ROTATION_BYTES, INDEX_TO_JOURNAL_RATIO * log.index().bytes());
    }

    /** Commits, begins the next journal and writes the index of the place where it begins. */
    private void rotate() throws IOException {
        journal.flushIfBehind(Journal.FLUSH_LINES); // so that little is left to write while others wait
        boolean whole;
        IndexFile index;
        synchronized (swap) {
            whole = commits();
            String link = journal.end().link();
            Journal next = begin(number + 1, link);
            journal.close();
            journal = next;
            number++;
            startRecord = new byte[0];
            log.sections().add(Place.of(number, 0), settings);
            index = new IndexFile(number, link, log.index().pairs(), log.sections());
            if (!whole) {
                cache.open().forEach(Context::forgetUnwritten);
            }
        }
        if (!whole) {
            cache.open().forEach(Context::appendState);
            commit();
        }
        index.write(folder);
        IndexFile.removeBefore(folder, number - 1);
    }

    private boolean commits() {
        try {
            journal.commit();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Follows the journal by the next, whatever its length. */
    void save() throws IOException {
        saving.lock();
        try {
            rotate();
        } finally {
            saving.unlock();
        }
    }

    /** Removes the journals whose lines are all older than a moment, and returns how many. */
    int prune(Instant before) throws IOException {
        saving.lock();
        try {
            Pruning pruning = new Pruning(folder, log);
            commit();
            long newest = pruning.newestOlderThan(before);
            if (newest == 0) {
                return 0;
            }
            for (String name : pruning.needing(newest)) {
                cache.appendState(name);
            }
            byte[] record = Pruning.record(newest, clock.millis());
            synchronized (swap) {
                journal.append(() -> record);
            }
            commit();
            rotate();
            rotate(); // so that both indexes are newer than the states
            return pruning.remove(newest);
        } finally {
            saving.unlock();
        }
    }

    /** Lets all contexts go, writes an index if much would have to be read without it, and closes the journal. */
    @Override
    public void close() throws IOException {
        saving.lock();
        try {
            finish();
        } finally {
            journal.close();
            saving.unlock();
        }
    }

    private void finish() throws IOException {
        cache.close();
        commit();
        if (log.isWithoutIndex()
                || journal.length() > Math.max(MIN_CLOSING_BYTES, log.index().bytes() / INDEX_TO_JOURNAL_RATIO)) {
            rotate();
        }
        journal.saveAnchor(folder, number);
    }

    static long hash(Seed seed, String name) {
        return seed.child(name).low();
    }
}
