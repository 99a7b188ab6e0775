package kelvin.decision.family;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import kelvin.decision.ContextMaker.Prior;
import kelvin.decision.RecordedSettings;
import kelvin.decision.Settings;
import kelvin.decision.erasure.RunningErasure;
import kelvin.decision.journal.DamagedFile;
import kelvin.decision.journal.FolderSwap;
import kelvin.decision.journal.HashChain;
import kelvin.decision.journal.Journal;
import kelvin.decision.journal.JournalLine;
import kelvin.decision.journal.JournalReader;
import kelvin.decision.journal.JournalSequence;
import kelvin.decision.journal.SealedLine;
import kelvin.decision.journal.UnfinishedTail;
import org.jspecify.annotations.Nullable;

/** The journal that the contexts of a shard share: takes their lines, and is followed by the next when it has grown long. */
final class ShardJournal implements Closeable {
    /** The length in bytes of a journal below which it is not followed by the next, however small the index is. */
    private static final long MIN_ROTATION_BYTES = 16L << 20;

    /** The length in bytes of a journal that is read at the next opening rather than followed by the next on closing. */
    private static final long MIN_CLOSING_BYTES = 1L << 18;

    /** The ratio of an index's length to that of the journal above which no new index is written. */
    private static final int INDEX_TO_JOURNAL_RATIO = 4;

    private final Path folder;
    private final InstantSource clock;
    private final FamilyEvents events;
    private final Journal.Guard guard;
    private final RecordedSettings settings;
    private final int arms;
    private final @Nullable SharedPrior shared;
    private final ShardLog log;

    /** Guards the journal while it is followed by the next, the start record and the sums. */
    private final Object swap = new Object();

    private long number;
    private byte[] startRecord = {};
    private volatile Journal journal;

    /**
     * Opens the journal of a shard, or begins the first one.
     *
     * @param folder the shard's folder
     * @param rules what the family goes by
     * @param clock the time of records
     * @param events keeps the folder locked, and is told of writes
     * @param log reads the journals
     * @param shared what new contexts take from the others; null for nothing
     * @param notes receives what had to be left out
     */
    ShardJournal(
            Path folder,
            Settings rules,
            InstantSource clock,
            FamilyEvents events,
            ShardLog log,
            @Nullable SharedPrior shared,
            List<String> notes)
            throws IOException {
        this.folder = folder;
        this.clock = clock;
        this.events = events;
        guard = events.guard(folder);
        this.log = log;
        this.shared = shared;
        arms = rules.arms();
        settings = RecordedSettings.of(rules).lasting();
        if (log.isEmpty()) {
            number = 1;
            log.share(shared != null);
            journal = begin(1, HashChain.FIRST);
            log.sections().add(Place.of(1, 0), settings);
        } else {
            JournalSequence.End end = log.read(notes);
            if ((log.sums() == null) != (shared == null)) {
                throw new DamagedFile(folder + ": found journals " + (shared == null ? "with" : "without")
                        + " the sums of a shared prior, must be opened as at the family's first start");
            }
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
        return StartLine.bytes(clock.millis(), link, folder, settings, log.sums());
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

    /** Returns the journal that is being written. */
    Journal writing() {
        return journal;
    }

    /** Returns true if rewards of an arm count for the prior of new contexts. */
    boolean shares(int action) {
        return shared != null && action < arms;
    }

    /** Returns the prior of the arms that have one; empty where contexts share nothing. */
    List<Prior> prior() {
        synchronized (swap) {
            SharedSums sums = log.sums();
            return sums == null || shared == null ? List.of() : sums.prior(shared, arms);
        }
    }

    /** Begins a context: at one moment the prior is computed and the line appended that tells it. */
    void begin(Function<List<Prior>, Context.Line> line) {
        synchronized (swap) {
            List<Prior> prior = prior();
            if (!prior.isEmpty()) {
                append(line.apply(prior), null);
            }
        }
    }

    /** Appends a line, and adds its reward to the sums, so that these follow from the lines in their order. */
    int append(Context.Line line, OwnRewards.@Nullable Reward reward) {
        synchronized (swap) {
            if (startRecord.length > 0) {
                byte[] first = startRecord;
                startRecord = new byte[0];
                journal.append(
                        new StartLine(first, number, place -> log.sections().add(place, settings)));
            }
            SharedSums sums = log.sums();
            if (sums != null && reward != null) {
                sums.add(reward);
            }
            return journal.append(line.in(number));
        }
    }

    /** Appends a line that belongs to no context. */
    void append(JournalLine line) {
        synchronized (swap) {
            journal.append(line);
        }
    }

    void flushIfBehind(int waiting) {
        journal.flushIfBehind(waiting);
    }

    void commit() throws IOException {
        journal.commit();
    }

    /** Returns true if the journal is to be followed by the next. */
    boolean isLong() {
        return journal.length()
                > Math.max(
                        MIN_ROTATION_BYTES, INDEX_TO_JOURNAL_RATIO * log.index().bytes());
    }

    /** Returns true if so much would have to be read at the next opening that an index pays. */
    boolean needsIndex() {
        return log.isWithoutIndex()
                || journal.length() > Math.max(MIN_CLOSING_BYTES, log.index().bytes() / INDEX_TO_JOURNAL_RATIO);
    }

    /** Writes the journals before the present one anew for an erasure, after following a long one by the next. */
    RunningErasure rewrite(String context, @Nullable Collection<String> ids, ShardLog to, Supplier<List<Context>> open)
            throws IOException {
        if (journal.length() > MIN_CLOSING_BYTES) {
            rotate(open);
        }
        RunningErasure erasure =
                new RunningErasure(folder, context, ids, journal.end().link(), clock.millis());
        erasure.rewrite(number, to.renewed(JournalSequence.numbers(folder).get(0)));
        return erasure;
    }

    /**
     * Puts an erasure in force while no line is appended; the caller sees to it that nobody goes by the places of lines. Returns the index
     * of the present journal, to be written; null if nothing was erased, or this is the first journal.
     */
    @Nullable
    IndexFile finish(RunningErasure erasure, ShardLog to, Supplier<List<Context>> open) throws IOException {
        long[] pairs = to.index().pairs();
        Sections sections = Sections.of(to.sections().tree());
        synchronized (swap) {
            try {
                commit();
                JournalReader.End end = erasure.finish(number, journal.end());
                if (erasure.records() == 0) {
                    return null;
                }
                journal.close();
                journal = new Journal(JournalSequence.file(folder, number), end, guard);
            } catch (IOException e) {
                if (FolderSwap.isInterrupted(folder)) {
                    journal.close(); // so that nothing is written that the new files would replace
                }
                throw e;
            }
            log.move(to);
            open.get().forEach(context -> context.move(erasure));
        }
        return number == 1
                ? null
                : new IndexFile(
                        number,
                        JournalReader.first(JournalSequence.file(folder, number))
                                .text(SealedLine.CHAIN),
                        pairs,
                        sections);
    }

    /** Commits, begins the next journal and writes the index of the place where it begins. */
    void rotate(Supplier<List<Context>> open) throws IOException {
        FolderSwap.requireFinished(folder);
        journal.flushIfBehind(Journal.FLUSH_LINES); // so that little is left to write while others wait
        boolean whole;
        IndexFile index;
        synchronized (swap) {
            whole = journal.tryCommit();
            String link = journal.end().link();
            Journal next = begin(number + 1, link);
            journal.close();
            journal = next;
            number++;
            long begun = number;
            events.files().post(listener -> listener.rotated(begun));
            startRecord = new byte[0];
            log.sections().add(Place.of(number, 0), settings);
            index = new IndexFile(number, link, log.index().pairs(), log.sections());
            if (!whole) {
                open.get().forEach(Context::forgetUnwritten);
            }
        }
        if (!whole) {
            open.get().forEach(Context::appendState);
            commit();
        }
        index.write(folder);
        IndexFile.removeBefore(folder, number - 1);
    }

    /** Writes down how far the journals reach. */
    void saveAnchor() throws IOException {
        journal.saveAnchor(folder, number);
    }

    @Override
    public void close() throws IOException {
        journal.close();
    }
}
