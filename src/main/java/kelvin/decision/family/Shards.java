package kelvin.decision.family;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The open shards of a family. What fails for one is done for the others all the same. */
final class Shards implements Closeable {
    private final List<Shard> all = new ArrayList<>();

    /** An operation on one shard. */
    @FunctionalInterface
    private interface Task {
        void with(Shard shard) throws IOException;
    }

    void add(Shard shard) {
        all.add(shard);
    }

    List<Shard> all() {
        return all;
    }

    /** Returns the number of contexts on disk. */
    long contexts() {
        return all.stream().mapToLong(shard -> shard.index().size()).sum();
    }

    /** Returns the number of contexts in memory. */
    int inMemory() {
        return all.stream().mapToInt(Shard::inMemory).sum();
    }

    /** Returns the names of the contexts on disk, sorted. */
    List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        for (Shard shard : all) {
            shard.names(names::add);
        }
        names.sort(null);
        return names;
    }

    void commit() throws IOException {
        each(Shard::commit);
    }

    void save() throws IOException {
        each(Shard::save);
    }

    int prune(Instant before) throws IOException {
        AtomicInteger removed = new AtomicInteger();
        each(shard -> removed.addAndGet(shard.prune(before)));
        return removed.get();
    }

    @Override
    public void close() throws IOException {
        each(Shard::close);
    }

    private void each(Task task) throws IOException {
        IOException failed = null;
        for (Shard shard : all) {
            try {
                task.with(shard);
            } catch (IOException e) {
                failed = failed == null ? e : failed;
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
