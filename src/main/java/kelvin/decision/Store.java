package kelvin.decision;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The folder of one decision maker. Generation n is the journal {@code journal-n.jsonl} and the snapshot {@code state-n.json} of
 * the state that it goes on from; the state is the newest readable snapshot, or that before the first journal, and all journals
 * from there on. Two snapshots are kept, and all journals, which are the record.
 */
final class Store implements JournalSink, Closeable {
    /** So many bytes of journal are read again before anyone notices. */
    private static final long LITTLE = 1 << 18;

    /** A snapshot is not written anew for a journal this many times smaller. */
    private static final int SMALL_SHARE = 4;

    private final Path folder;
    private final InstantSource clock;
    private final RecordedSettings settings;
    private final FolderLock owner;
    private final MutableState ledger;
    private final List<String> notes = new ArrayList<>();
    private long generation;
    private byte[] start = {};
    private volatile Journal journal;
    private volatile long largest = Journal.LARGEST;

    Store(Path folder, Settings rules, InstantSource clock) throws IOException {
        this.folder = folder;
        this.clock = clock;
        settings = RecordedSettings.of(rules).lasting();
        if (!Files.exists(folder)) {
            new MutableState(rules, State.initial(rules)).start(); // rules that cannot begin leave no folder
        }
        owner = FolderLock.of(folder);
        boolean opened = false;
        try {
            if (StateFiles.last(folder) == 0 && !JournalEnd.isIn(folder)) {
                ledger = new MutableState(rules, State.initial(rules));
                ledger.start();
                generation = 1;
                journal = begin(1, HashChain.FIRST);
                first(new Snapshot(State.initial(rules), settings, HashChain.FIRST));
            } else {
                StateFiles.Found found = StateFiles.newestReadable(folder, notes);
                JournalReplay replay = new JournalReplay(found.snapshot(), RecordedSettings::reading);
                JournalSequence.End end = JournalSequence.read(
                        folder, found.generation(), found.snapshot().link(), replay, notes);
                ledger = new MutableState(rules, replay.ledger().state());
                ledger.start();
                notes.addAll(replay.changes(settings));
                generation = end.generation();
                start = JournalRecord.start(settings, ledger, clock.millis(), null);
                journal = resumed(end.at());
            }
            if (!anchors()) {
                notes.add(folder + ": how far its journals reach could not be written down");
            }
            opened = true;
        } catch (IOException e) {
            throw JournalSequence.said(e);
        } finally {
            if (!opened) {
                owner.close();
            }
        }
    }

    private void first(Snapshot snapshot) throws IOException {
        boolean written = false;
        try {
            snapshot.write(StateFiles.snapshot(folder, 1));
            written = true;
        } finally {
            if (!written) {
                journal.close();
            }
        }
    }

    /** Begins the journal of a generation. */
    private Journal begin(long number, String link) throws IOException {
        byte[] first = JournalRecord.start(settings, ledger, clock.millis(), link);
        return Journal.begin(StateFiles.journal(folder, number), link, first, owner::renew);
    }

    /** Goes on with the newest journal; what is not whole at its end is put aside. */
    private Journal resumed(JournalReader.End end) throws IOException {
        Path file = StateFiles.journal(folder, generation);
        if (end.rest() > 0) {
            notes.add(UnfinishedTail.putAside(file, end.length()) + ": holds the bytes that were left out");
        }
        return new Journal(file, end, owner::renew);
    }

    MutableState ledger() {
        return ledger;
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    /** Adds a line; before the first one, by which rules things are done from here on. */
    @Override
    public int append(JournalRecord line) {
        if (start.length > 0) {
            byte[] first = start;
            start = new byte[0];
            journal.append(() -> first);
        }
        return journal.append(line);
    }

    @Override
    public void relieve(int waiting) {
        if (waiting >= Journal.MANY) {
            journal.relieve(waiting);
        }
    }

    void commit() throws IOException {
        journal.commit();
    }

    /** Whether a snapshot would spare whoever opens the folder next more work than it makes. */
    boolean replaysMuch() throws IOException {
        Path snapshot = StateFiles.snapshot(folder, generation);
        return !Files.exists(snapshot) || journal.length() > Math.max(LITTLE, Files.size(snapshot) / SMALL_SHARE);
    }

    /** Whether the journal is so long that the next should begin. */
    boolean isLong() {
        return journal.length() > largest;
    }

    /** Lets the journal grow by as much again, where the next could not be begun. */
    void bear() {
        largest = journal.length() + Journal.LARGEST;
    }

    /**
     * Ends the journal and begins the next. Called under the decision maker's lock.
     *
     * @return the new generation's snapshot, to be written; empty if it had to be written here already, because the old journal
     *     does not hold all that led to it
     */
    Optional<Snapshot> turn() throws IOException {
        boolean whole = commits();
        String link = journal.end().link();
        Snapshot snapshot = new Snapshot(ledger.state(), settings, link);
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
        start = new byte[0];
        generation++;
        largest = Journal.LARGEST;
        return whole ? Optional.of(snapshot) : Optional.empty();
    }

    private boolean commits() {
        try {
            journal.commit();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Writes the snapshot of the present generation and removes those before the previous one. */
    void save(Snapshot snapshot) throws IOException {
        snapshot.write(StateFiles.snapshot(folder, generation));
        StateFiles.removeSnapshotsBefore(folder, generation - 1);
    }

    private boolean anchors() {
        try {
            anchor();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void anchor() throws IOException {
        Optional<JournalEnd> now = journal.anchor(generation);
        if (now.isPresent() && !now.get().equals(JournalEnd.of(folder, new ArrayList<>()))) {
            now.get().save(folder);
        }
    }

    @Override
    public void close() throws IOException {
        try (owner;
                Journal last = journal) {
            last.commit();
            anchor();
        }
    }
}
