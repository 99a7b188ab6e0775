package kelvin.decision;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.contract.Require;
import kelvin.decision.journal.FolderLock;
import kelvin.decision.journal.FolderSwap;
import kelvin.decision.journal.HashChain;
import kelvin.decision.journal.Journal;
import kelvin.decision.journal.JournalEnd;
import kelvin.decision.journal.JournalLine;
import kelvin.decision.journal.JournalReader;
import kelvin.decision.journal.JournalSequence;
import kelvin.decision.journal.UnfinishedTail;
import org.jspecify.annotations.Nullable;

/**
 * Opens the folder of a decision maker, recovers its state from snapshot and journals, and writes the journal. Generation n is the
 * journal {@code journal-n.jsonl} and the snapshot {@code state-n.json} of the state that it goes on from; the state is
 * the newest readable snapshot, or that before the first journal, and all journals from there on. Two snapshots are
 * kept, and all journals, which are the record.
 */
final class Store implements JournalRecord.Sink, Closeable {
    /** The size in bytes of journal below which replay on opening takes no noticeable time. */
    private static final long MIN_REPLAY_BYTES = 1 << 18;

    /** The ratio of snapshot size to journal length above which no new snapshot is written. */
    private static final int MAX_SNAPSHOT_TO_JOURNAL_RATIO = 4;

    private final Path folder;
    private final InstantSource clock;
    private final DecisionEvents events;
    private final RecordedSettings settings;
    private final FolderLock folderLock;
    private final MutableState state;
    private final List<String> notes = new ArrayList<>();
    private volatile long generation;
    private volatile @Nullable Instant lastSnapshot;
    private byte[] startRecord = {};
    private volatile Journal journal;
    private volatile long rotationBytes = Journal.ROTATION_BYTES;

    Store(Path folder, Settings rules, InstantSource clock, DecisionEvents events) throws IOException {
        Require.notNull("rules", rules);
        Require.notNull("clock", clock);
        this.folder = folder;
        this.clock = clock;
        this.events = events;
        settings = RecordedSettings.of(rules).lasting();
        if (!Files.exists(folder)) {
            new MutableState(rules, State.initial(rules))
                    .usePolicyOfSettings(); // rules that cannot begin leave no folder
        }
        List<String> changes = new ArrayList<>();
        folderLock = FolderLock.of(folder);
        boolean opened = false;
        try {
            FolderSwap.finish(folder);
            if (StateFiles.last(folder) == 0 && !JournalEnd.isIn(folder)) {
                state = new MutableState(rules, State.initial(rules));
                state.usePolicyOfSettings();
                generation = 1;
                journal = begin(1, HashChain.FIRST);
                first(new Snapshot(State.initial(rules), settings, HashChain.FIRST));
            } else {
                StateFiles.Found found = StateFiles.newestReadable(folder, notes);
                StateFiles.Recovered recovered = found.recovered(folder, rules, notes);
                JournalReplay replay = recovered.replay();
                JournalSequence.End end = recovered.end();
                state = new MutableState(rules, replay.state().state().named(rules.names()));
                state.usePolicyOfSettings();
                generation = end.generation();
                startRecord = JournalRecord.start(settings, state, clock.millis(), null);
                journal = resumed(end.at());
                changes.addAll(replay.changes(settings));
                lastSnapshot = written(StateFiles.snapshot(folder, found.generation()));
            }
            if (!anchors()) {
                notes.add(folder + ": how far its journals reach could not be written down");
            }
            DecisionEvents.leftOut(notes);
            notes.addAll(changes);
            opened = true;
        } catch (IOException e) {
            throw JournalSequence.reworded(e);
        } finally {
            if (!opened) {
                folderLock.close();
            }
        }
    }

    private void first(Snapshot snapshot) throws IOException {
        boolean written = false;
        try {
            snapshot.write(StateFiles.snapshot(folder, 1));
            lastSnapshot = clock.instant();
            written = true;
        } finally {
            if (!written) {
                journal.close();
            }
        }
    }

    /** Creates the journal of a generation. */
    private Journal begin(long number, String link) throws IOException {
        byte[] first = JournalRecord.start(settings, state, clock.millis(), link);
        return Journal.begin(StateFiles.journal(folder, number), link, first, guard());
    }

    /** Resumes the newest journal; an unfinished last line is copied to a file of its own and truncated. */
    private Journal resumed(JournalReader.End end) throws IOException {
        Path file = StateFiles.journal(folder, generation);
        if (end.rest() > 0) {
            notes.add(UnfinishedTail.putAside(file, end.length()) + ": holds the bytes that were left out");
        }
        return new Journal(file, end, guard());
    }

    private Journal.Guard guard() {
        return events.guard(folderLock, folder);
    }

    private static @Nullable Instant written(Path snapshot) throws IOException {
        return Files.exists(snapshot) ? Files.getLastModifiedTime(snapshot).toInstant() : null;
    }

    MutableState state() {
        return state;
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    /** Appends a record; the first one is preceded by a start record with the settings in force. */
    @Override
    public int append(JournalLine line) {
        if (startRecord.length > 0) {
            byte[] first = startRecord;
            startRecord = new byte[0];
            journal.append(() -> first);
        }
        return journal.append(line);
    }

    @Override
    public void flushIfBehind(int waiting) {
        journal.flushIfBehind(waiting);
    }

    void commit() throws IOException {
        journal.commit();
    }

    long generation() {
        return generation;
    }

    Journal journal() {
        return journal;
    }

    /** Returns when the newest snapshot was written; null if there is none. */
    @Nullable
    Instant lastSnapshot() {
        return lastSnapshot;
    }

    /** Returns true if a snapshot would save more replay on the next opening than it costs to write. */
    boolean needsSnapshot() throws IOException {
        Path snapshot = StateFiles.snapshot(folder, generation);
        return !Files.exists(snapshot)
                || journal.length() > Math.max(MIN_REPLAY_BYTES, Files.size(snapshot) / MAX_SNAPSHOT_TO_JOURNAL_RATIO);
    }

    /** Returns true if the journal is long enough to be rotated. */
    boolean isLong() {
        return journal.length() > rotationBytes;
    }

    /** Raises the length at which the journal is rotated, after a rotation failed. */
    void postponeRotation() {
        rotationBytes = journal.length() + Journal.ROTATION_BYTES;
    }

    /**
     * Rotates: ends the journal and begins the next. Called under the decision maker's lock.
     *
     * @return the new generation's snapshot, to be written; empty if it had to be written here already, because the old journal
     *     does not hold all that led to it
     */
    Optional<Snapshot> rotate() throws IOException {
        FolderSwap.requireFinished(folder);
        boolean whole = journal.tryCommit();
        String link = journal.end().link();
        Snapshot snapshot = new Snapshot(state.state(), settings, link);
        Path file = StateFiles.snapshot(folder, generation + 1);
        if (!whole) {
            snapshot.write(file);
        }
        Journal next;
        try {
            next = begin(generation + 1, link);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
        journal.close();
        journal = next;
        startRecord = new byte[0];
        long number = generation + 1;
        generation = number;
        events.post(listener -> listener.rotated(number));
        rotationBytes = Journal.ROTATION_BYTES;
        return whole ? Optional.of(snapshot) : Optional.empty();
    }

    /** Goes on with the present journal, which has been replaced, where it ends now. */
    void reopen(JournalReader.End end) throws IOException {
        journal.close();
        journal = new Journal(StateFiles.journal(folder, generation), end, guard());
    }

    Path folder() {
        return folder;
    }

    /** Writes the snapshot of the present generation and deletes all but the previous one. */
    void save(Snapshot snapshot) throws IOException {
        long number = generation;
        snapshot.write(StateFiles.snapshot(folder, number));
        lastSnapshot = clock.instant();
        events.post(listener -> listener.saved(number));
        StateFiles.removeSnapshotsBefore(folder, number - 1);
    }

    private boolean anchors() {
        try {
            journal.saveAnchor(folder, generation);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() throws IOException {
        try (folderLock;
                Journal last = journal) {
            last.commit();
            journal.saveAnchor(folder, generation);
        }
    }
}
