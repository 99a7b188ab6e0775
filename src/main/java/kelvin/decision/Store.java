package kelvin.decision;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.file.Folders;
import kelvin.file.IoMessage;

/**
 * The folder of one decision maker. Generation n is the snapshot {@code state-n.json} and the journal {@code journal-n.jsonl} of
 * what came after it; the state is the newest readable snapshot and all journals from it on. Two snapshots are kept, and all
 * journals, which are the record.
 */
final class Store implements Lines, Closeable {
    /** So many bytes of journal are read again before anyone notices. */
    private static final long LITTLE = 1 << 18;

    /** A snapshot is not written anew for a journal this many times smaller. */
    private static final int SMALL_SHARE = 4;

    private final Path folder;
    private final FileChannel owner;
    private final Ledger ledger;
    private final List<String> notes = new ArrayList<>();
    private long generation;
    private volatile Journal journal;

    Store(Path folder, Rules rules) throws IOException {
        if (!Files.exists(folder)) {
            new Ledger(rules, State.initial(rules)).start(); // rules that cannot begin leave no folder
        }
        this.folder = folder;
        owner = own(folder);
        boolean opened = false;
        try {
            ledger = load(rules);
            long length = replay(); // moves on to the last generation
            ledger.start();
            journal = new Journal(Generations.journal(folder, generation), length);
            opened = true;
        } finally {
            if (!opened) {
                owner.close();
            }
        }
    }

    private Ledger load(Rules rules) throws IOException {
        if (Generations.newest(folder) == null) {
            State initial = State.initial(rules);
            new Ledger(rules, initial).start();
            initial.save(Generations.snapshot(folder, 1));
        }
        Generations.Found found = Generations.newestReadable(folder, notes);
        generation = found.generation();
        return new Ledger(rules, found.state());
    }

    /** Only one process at a time may write here; the lock goes with the process, however that ends. */
    private static FileChannel own(Path folder) throws IOException {
        FileChannel channel;
        try {
            Folders.make(folder);
            channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new IOException(folder + ": cannot be written: " + IoMessage.of(e), e);
        }
        try {
            Optional<FileLock> lock = Optional.ofNullable(channel.tryLock());
            if (lock.isPresent()) {
                return channel;
            }
        } catch (OverlappingFileLockException e) {
            // said below
        }
        channel.close();
        throw new IOException(folder + ": is in use by another decision maker, must be this one's own");
    }

    /** Replays all journals from the snapshot on; the generation is then the last one's. */
    private long replay() throws IOException {
        Replay replay = new Replay(ledger);
        long length = 0;
        long n = generation;
        for (Path file = Generations.journal(folder, n); Files.exists(file); file = Generations.journal(folder, n)) {
            length = JournalReader.read(file, replay);
            long cut = Files.size(file) - length;
            if (cut > 0) {
                notes.add(file + ": the last " + cut + " bytes were being written when the program ended; left out");
            }
            generation = n++;
        }
        return length;
    }

    Ledger ledger() {
        return ledger;
    }

    List<String> notes() {
        return List.copyOf(notes);
    }

    @Override
    public int append(Line line) {
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

    long journalLength() {
        return journal.length();
    }

    /** Whether a snapshot would spare whoever opens the folder next more work than it makes. */
    boolean replaysMuch() throws IOException {
        Path snapshot = Generations.snapshot(folder, generation);
        return !Files.exists(snapshot) || journal.length() > Math.max(LITTLE, Files.size(snapshot) / SMALL_SHARE);
    }

    /**
     * Ends the journal and begins the next. Called under the decision maker's lock.
     *
     * @return the state to write as the new generation's snapshot; empty if it had to be written here already, because the old
     *     journal does not hold all that led to it
     */
    Optional<State> turn(long time) throws IOException {
        State state = ledger.state();
        boolean whole = commits();
        if (!whole) {
            state.save(Generations.snapshot(folder, generation + 1));
        }
        Journal next = new Journal(Generations.journal(folder, generation + 1), 0);
        next.append(Line.start(ledger, time));
        journal.close();
        journal = next;
        generation++;
        return whole ? Optional.of(state) : Optional.empty();
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
    void save(State state) throws IOException {
        state.save(Generations.snapshot(folder, generation));
        Generations.removeSnapshotsBefore(folder, generation - 1);
    }

    @Override
    public void close() throws IOException {
        try (owner;
                Journal last = journal) {
            last.commit();
        }
    }
}
