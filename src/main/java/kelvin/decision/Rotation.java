package kelvin.decision;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import kelvin.decision.journal.Journal;
import kelvin.decision.memory.DecisionKey;
import org.jspecify.annotations.Nullable;

/** Commits and rotates the journal of a decision maker and writes its snapshots; one thread at a time rotates. */
final class Rotation implements JournalRecord.Files {
    private final Store store;
    private final LockedState lockedState;
    private final DecisionEvents events;
    private final ReentrantLock saving = new ReentrantLock();
    private volatile @Nullable IOException pendingFailure;

    private Rotation(Store store, LockedState lockedState, DecisionEvents events) {
        this.store = store;
        this.lockedState = lockedState;
        this.events = events;
    }

    /** Opens the files of a folder with the state that they lead to. */
    static Rotation open(Path folder, Settings rules, InstantSource clock) throws IOException {
        DecisionEvents events = new DecisionEvents(clock);
        Store store = new Store(folder, rules, clock, events);
        try {
            return new Rotation(store, new LockedState(rules, clock, store, events, store.state()), events);
        } catch (RuntimeException | Error e) {
            store.close();
            throw e;
        }
    }

    LockedState lockedState() {
        return lockedState;
    }

    @Override
    public List<String> notes() {
        return store.notes();
    }

    @Override
    public Store store() {
        return store;
    }

    /** Commits, and reports the failure of a rotation since the last commit. */
    @Override
    public void commit() throws IOException {
        try {
            store.commit();
        } catch (IOException e) {
            events.deliver();
            throw e;
        }
        rotateIfLong();
        IOException failed = pendingFailure;
        if (failed != null) {
            pendingFailure = null;
            throw failed;
        }
    }

    /**
     * Rotates a journal that has grown long, unless another thread does, and delivers events; a failure is reported by the next
     * commit.
     */
    @Override
    public void rotateIfLong() {
        if (store.isLong() && saving.tryLock()) {
            try {
                if (store.isLong() && !lockedState.isClosed()) {
                    rotate();
                }
            } catch (IOException e) {
                pendingFailure = e;
                store.postponeRotation();
            } finally {
                saving.unlock();
            }
        }
        events.deliver();
    }

    @Override
    public void save() throws IOException {
        saving.lock();
        try {
            rotate();
        } finally {
            saving.unlock();
            events.deliver();
        }
    }

    @Override
    public long erase(Set<DecisionKey> ids) throws IOException {
        saving.lock();
        try {
            if (store.needsSnapshot()) {
                rotate(); // so that little is left to write anew under the lock
            }
            return new OnlineErasure(store, lockedState, ids).run(events.now().toEpochMilli());
        } catch (IOException e) {
            events.failed(store.folder(), e);
            throw e;
        } finally {
            saving.unlock();
            events.deliver();
        }
    }

    private void rotate() throws IOException {
        store.flushIfBehind(Journal.FLUSH_LINES); // so that little is left to write under the lock
        try {
            Optional<Snapshot> snapshot = lockedState.locked(state -> store.rotate());
            if (snapshot.isPresent()) {
                store.save(snapshot.get());
            }
        } catch (IOException e) {
            events.failed(store.folder(), e);
            throw e;
        }
    }

    /** Closes the state to changes after writing a snapshot, where one is needed, then the files; does nothing once closed. */
    @Override
    public void close() throws IOException {
        saving.lock();
        try {
            if (!lockedState.isClosed()) {
                try (Store last = store) {
                    saveAndClose(last);
                }
            }
        } finally {
            saving.unlock();
            events.deliver();
        }
    }

    private void saveAndClose(Store last) throws IOException {
        try {
            if (last.needsSnapshot()) {
                rotate();
            }
        } finally {
            lockedState.close();
        }
    }
}
