package kelvin.decision.family;

import java.io.Closeable;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.decision.DecisionMaker;
import org.jspecify.annotations.Nullable;

/**
 * An LRU cache of open decision makers, one entry per name. The monitor guards all places and is held for moments
 * only: a place moves while its decision maker is opened or let go, and who wants that one waits.
 */
final class MakerCache implements Closeable {
    private final int maxOpen;
    private final Opening opening;
    private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private int evicting;
    private boolean closed;

    /** Opens the decision maker of a name. */
    @FunctionalInterface
    interface Opening {
        DecisionMaker of(String name) throws IOException;
    }

    /** An operation on one cache entry after the other. */
    @FunctionalInterface
    private interface Task {
        void with(Entry entry) throws IOException;
    }

    /** The cache entry of one name. Nobody but its users changes whether it moves and what stands there. */
    private static final class Entry {
        private final String name;
        private int users;
        private boolean busy;
        private @Nullable DecisionMaker maker;

        Entry(String name) {
            this.name = name;
        }
    }

    MakerCache(int maxOpen, Opening opening) {
        this.maxOpen = maxOpen;
        this.opening = opening;
    }

    <T> T with(String name, DecisionMakers.Use<T> use) throws IOException {
        Entry entry = acquire(name);
        try {
            DecisionMaker known = openMakerOrNull(entry);
            return use.of(known == null ? open(entry) : known);
        } finally {
            release(entry);
        }
    }

    synchronized int size() {
        requireOpen();
        return entries.size();
    }

    void commit() throws IOException {
        forEach(openEntries(), this::commit);
    }

    @Override
    public void close() throws IOException {
        forEach(closeEntries(), entry -> {
            DecisionMaker last = remove(entry);
            if (last != null) {
                last.close();
            }
        });
    }

    private static void forEach(List<Entry> all, Task task) throws IOException {
        IOException failed = null;
        for (Entry entry : all) {
            try {
                task.with(entry);
            } catch (IOException e) {
                failed = failed == null ? e : failed;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }

    private void commit(Entry entry) throws IOException {
        DecisionMaker maker = use(entry);
        try {
            if (maker != null) {
                maker.commit();
            }
        } finally {
            release(entry);
        }
    }

    private DecisionMaker open(Entry entry) throws IOException {
        DecisionMaker opened = null;
        try {
            evict();
            opened = opening.of(entry.name);
            return opened;
        } finally {
            finish(entry, opened);
        }
    }

    /** Evicts the least recently used entries until no more are left than wanted; skips those in use. */
    private void evict() throws IOException {
        for (Entry oldest = nextToEvict(); oldest != null; oldest = nextToEvict()) {
            DecisionMaker stays = oldest.maker;
            try {
                if (stays != null) {
                    stays.commit(); // where the disk refuses it stays
                    DecisionMaker goes = stays;
                    stays = null;
                    goes.close();
                }
            } finally {
                evicted(oldest, stays);
            }
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this family of decision makers has been closed");
        }
    }

    private synchronized List<Entry> openEntries() {
        requireOpen();
        return List.copyOf(entries.values());
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
        if (entry.users == 0 && entry.maker == null) {
            entries.remove(entry.name, entry);
        }
    }

    /** Returns the decision maker of an entry and marks it as in use; null if there is none. */
    private synchronized @Nullable DecisionMaker use(Entry entry) {
        entry.users++;
        await(entry);
        return entry.maker;
    }

    /** Returns the decision maker of an entry; null if the caller has to open it. */
    private synchronized @Nullable DecisionMaker openMakerOrNull(Entry entry) {
        await(entry);
        requireOpen();
        entry.busy = entry.maker == null;
        return entry.maker;
    }

    private synchronized @Nullable DecisionMaker remove(Entry entry) {
        await(entry);
        DecisionMaker last = entry.maker;
        entry.maker = null;
        return last;
    }

    private synchronized @Nullable Entry nextToEvict() {
        if (entries.size() - evicting > maxOpen) {
            for (Entry entry : entries.values()) {
                if (entry.users == 0) {
                    entry.users++;
                    entry.busy = true;
                    evicting++;
                    return entry;
                }
            }
        }
        return null;
    }

    private synchronized void evicted(Entry entry, @Nullable DecisionMaker stays) {
        evicting--;
        finish(entry, stays);
        release(entry);
    }

    private synchronized void finish(Entry entry, @Nullable DecisionMaker maker) {
        entry.maker = maker;
        entry.busy = false;
        notifyAll();
    }

    private synchronized void await(Entry entry) {
        boolean interrupted = false;
        while (entry.busy) {
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
