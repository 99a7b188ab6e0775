package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.decision.journal.FolderLock;
import kelvin.decision.journal.Journal;
import org.jspecify.annotations.Nullable;

/**
 * Passes events to listeners and logs what goes wrong. Events of files, which may arise under a lock, are queued until a
 * thread that holds none delivers them.
 *
 * <p>Of failed writes in a row the first is logged, then the write that succeeds, for each folder of its own; of the exceptions of
 * listeners the first, second, fourth, eighth, …: a full disk must not fill the log too.
 */
@Stability(MAY_CHANGE)
public final class DecisionEvents {
    private static final Logger LOG = System.getLogger("kelvin.decision");

    private final InstantSource clock;
    private final List<DecisionListener> listeners = new CopyOnWriteArrayList<>();
    private final Queue<Runnable> queue = new ConcurrentLinkedQueue<>();
    private final AtomicLong thrown = new AtomicLong();
    private final AtomicLong failures = new AtomicLong();
    private final Map<Path, Long> failuresInARow = new ConcurrentHashMap<>();
    private volatile @Nullable Instant lastSync;
    private volatile @Nullable String lastFailure;

    /**
     * Creates events that nobody hears yet.
     *
     * @param clock the time of writes
     */
    public DecisionEvents(InstantSource clock) {
        this.clock = clock;
    }

    /** Adds a listener, which receives the events from here on. */
    public void listen(DecisionListener listener) {
        Require.notNull("listener", listener);
        listeners.add(listener);
    }

    /** Returns true if anyone would receive an event. */
    boolean heard() {
        return !listeners.isEmpty();
    }

    /** Passes an event to all listeners; the caller must hold no lock. */
    void tell(Consumer<DecisionListener> event) {
        for (DecisionListener listener : listeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException e) {
                long times = thrown.incrementAndGet();
                if (Long.bitCount(times) == 1) {
                    LOG.log(Level.WARNING, "a listener failed, " + times + " times so far; decisions go on", e);
                }
            }
        }
    }

    /** Queues an event of the files. */
    public void post(Consumer<DecisionListener> event) {
        if (heard()) {
            queue.add(() -> tell(event));
        }
    }

    /** Delivers the queued events; the caller must hold no lock. */
    public void deliver() {
        for (Runnable event = queue.poll(); event != null; event = queue.poll()) {
            event.run();
        }
    }

    /** Logs what opening a folder had to leave out. */
    static void leftOut(List<String> notes) {
        notes.forEach(note -> LOG.log(Level.WARNING, note));
    }

    /**
     * Returns the guard of the journals of a folder: it keeps a folder locked before each write, and notes what became of the write.
     *
     * @param lock the lock of the folder, or of the root of the family that it is a shard of
     * @param folder where the journals are
     * @return the guard
     */
    public Journal.Guard guard(FolderLock lock, Path folder) {
        return new Journal.Guard() {
            @Override
            public void check() throws IOException {
                lock.renew();
            }

            @Override
            public void wrote(long lines, long bytes) {
                DecisionEvents.this.wrote(folder, lines, bytes);
            }

            @Override
            public void failed(IOException failure) {
                DecisionEvents.this.failed(folder, failure);
            }
        };
    }

    private void wrote(Path folder, long lines, long bytes) {
        lastSync = clock.instant();
        Long before = failuresInARow.remove(folder);
        if (before != null) {
            String writes = before == 1 ? " failed write" : " failed writes";
            queue.add(() -> LOG.log(Level.INFO, folder + ": the disk writes again, after " + before + writes));
        }
        post(listener -> listener.committed(lines, bytes));
    }

    /** Notes, and queues, a write into a folder that the disk refused. */
    public void failed(Path folder, IOException failure) {
        lastFailure = failure.getMessage();
        failures.incrementAndGet();
        if (failuresInARow.merge(folder, 1L, Long::sum) == 1) {
            queue.add(() -> LOG.log(Level.WARNING, failure.getMessage()));
        }
        post(listener -> listener.writeFailed(failure));
    }

    /** {@return the time} */
    public Instant now() {
        return clock.instant();
    }

    /** {@return how many writes have failed} */
    public long failedWrites() {
        return failures.get();
    }

    /** {@return whether the latest write into any folder failed} */
    public boolean failing() {
        return !failuresInARow.isEmpty();
    }

    /** {@return when a write was last forced to disk; null if none has been} */
    public @Nullable Instant lastSync() {
        return lastSync;
    }

    /** {@return what the latest failed write said; null if none has failed} */
    public @Nullable String lastFailure() {
        return lastFailure;
    }
}
