package kelvin.decision.family;

import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * An LRU cache of the open contexts of one shard, one entry per name. The monitor guards all entries and is held for moments only:
 * an entry is busy while its context is read back or let go, and who wants that one waits. Contexts are let go several at once, so
 * that they share one forced write.
 */
final class ContextCache implements Closeable {
    /** The number of batches that the cache is let go in. */
    private static final int BATCHES = 4;

    private final int maxOpen;
    private final int batch;
    private final Owner owner;
    private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private int evicting;
    private boolean closed;

    /** Reads contexts back and lets them go. */
    interface Owner {
        /** Reads a context back, or makes a new one. */
        Context open(String name) throws IOException;

        /** Commits the contexts and closes them; where the disk refuses, all stay open. */
        void letGo(List<Context> contexts) throws IOException;
    }

    /** The cache entry of one name. Nobody but its users changes whether it moves and what stands there. */
    private static final class Entry {
        private final String name;
        private final List<Thread> using = new ArrayList<>();
        private int users;
        private boolean busy;
        private boolean leaving;
        private @Nullable Context context;

        Entry(String name) {
            this.name = name;
        }
    }

    ContextCache(int maxOpen, Owner owner) {
        this.maxOpen = maxOpen;
        this.batch = Math.max(1, maxOpen / BATCHES);
        this.owner = owner;
    }

    <T> T with(String name, DecisionMakers.Use<T> use) throws IOException {
        Entry entry = acquire(name);
        try {
            Context known = openOrNull(entry);
            return use.of((known == null ? open(entry) : known).maker());
        } finally {
            release(entry);
        }
    }

    /** Work while a context is not in memory. */
    @FunctionalInterface
    interface Absence<T> {
        /** Does it. */
        T during() throws IOException;
    }

    /** Runs a task while a context is not in memory: waits for its uses to end, lets it go, and makes those who want it wait. */
    <T> T without(String name, Absence<T> task) throws IOException {
        Entry entry = acquire(name);
        try {
            Context known = vacate(entry);
            boolean gone = false;
            try {
                owner.letGo(known == null ? List.of() : List.of(known));
                gone = true;
                return task.during();
            } finally {
                finish(entry, gone ? null : known);
            }
        } finally {
            release(entry);
        }
    }

    /** Waits until an entry is nobody else's, and takes it; those who use it may go on until they have done. */
    private synchronized @Nullable Context vacate(Entry entry) {
        if (entry.using.contains(Thread.currentThread())) {
            throw new IllegalStateException("a context cannot be erased by an operation on itself");
        }
        entry.leaving = true;
        try {
            await(() -> entry.busy || !entry.using.isEmpty());
            requireOpen();
            entry.busy = true;
        } finally {
            entry.leaving = false;
            notifyAll();
        }
        return entry.context;
    }

    /** Writes the state of a context, which is read back if need be. */
    void appendState(String name) throws IOException {
        Entry entry = acquire(name);
        try {
            Context known = openOrNull(entry);
            (known == null ? open(entry) : known).appendState();
        } finally {
            release(entry);
        }
    }

    synchronized int size() {
        return entries.size();
    }

    /** Lets all contexts go, including those in use. */
    @Override
    public void close() throws IOException {
        List<Context> last = new ArrayList<>();
        for (Entry entry : closeEntries()) {
            Context context = remove(entry);
            if (context != null) {
                last.add(context);
            }
        }
        owner.letGo(last);
    }

    private Context open(Entry entry) throws IOException {
        Context opened = null;
        try {
            evict();
            opened = owner.open(entry.name);
            return opened;
        } finally {
            finish(entry, opened);
        }
    }

    /** Lets the least recently used entries go where there are more than wanted; skips those in use. */
    private void evict() throws IOException {
        List<Entry> oldest = nextToEvict();
        if (!oldest.isEmpty()) {
            boolean gone = false;
            try {
                owner.letGo(oldest.stream()
                        .map(entry -> entry.context)
                        .filter(Objects::nonNull)
                        .toList());
                gone = true;
            } finally {
                evicted(oldest, gone);
            }
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this family of decision makers has been closed");
        }
    }

    private synchronized List<Entry> closeEntries() {
        closed = true;
        return List.copyOf(entries.values());
    }

    private synchronized Entry acquire(String name) {
        requireOpen();
        Entry entry = entries.computeIfAbsent(name, Entry::new);
        entry.users++;
        return entry;
    }

    private synchronized void release(Entry entry) {
        entry.users--;
        if (entry.using.remove(Thread.currentThread())) {
            notifyAll();
        }
        if (entry.users == 0 && entry.context == null) {
            entries.remove(entry.name, entry);
        }
    }

    /** Returns the context of an entry; null if the caller has to open it. */
    private synchronized @Nullable Context openOrNull(Entry entry) {
        await(() -> entry.busy || (entry.leaving && !entry.using.contains(Thread.currentThread())));
        requireOpen();
        entry.using.add(Thread.currentThread());
        entry.busy = entry.context == null;
        return entry.context;
    }

    private synchronized @Nullable Context remove(Entry entry) {
        await(() -> entry.busy);
        Context last = entry.context;
        entry.context = null;
        return last;
    }

    private synchronized List<Entry> nextToEvict() {
        List<Entry> oldest = new ArrayList<>();
        if (entries.size() - evicting > maxOpen) {
            int least = entries.size() - evicting - maxOpen + batch - 1;
            for (Entry entry : entries.values()) {
                if (oldest.size() < least && entry.users == 0) {
                    entry.users++;
                    entry.busy = true;
                    oldest.add(entry);
                }
            }
            evicting += oldest.size();
        }
        return oldest;
    }

    private synchronized void evicted(List<Entry> all, boolean gone) {
        evicting -= all.size();
        for (Entry entry : all) {
            finish(entry, gone ? null : entry.context);
            release(entry);
        }
    }

    private synchronized void finish(Entry entry, @Nullable Context context) {
        entry.context = context;
        entry.busy = false;
        notifyAll();
    }

    private synchronized void await(BooleanSupplier blocked) {
        boolean interrupted = false;
        while (blocked.getAsBoolean()) {
            try {
                wait();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
