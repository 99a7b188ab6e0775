package kelvin.decision.family;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import kelvin.decision.ContextMaker;
import kelvin.decision.Settings;
import kelvin.decision.journal.FolderSwap;
import kelvin.decision.journal.Journal;
import kelvin.random.Seed;
import org.jspecify.annotations.Nullable;

/** One shard of a family: reads its contexts back, lets them go, and keeps the journal that they share. */
final class Shard implements ContextCache.Owner, Closeable {
    private final Path folder;
    private final Settings rules;
    private final InstantSource clock;
    private final ShardLog log;
    private final ShardJournal journal;
    private final ContextCache cache;
    private final ReentrantLock saving = new ReentrantLock();

    /**
     * Opens a shard, or makes a new one.
     *
     * @param folder its folder, which exists
     * @param rules what the family goes by
     * @param clock the time of records
     * @param inMemory how many of its contexts are kept in memory
     * @param guard is asked before each write
     * @param shared what new contexts take from the others; null for nothing
     * @param notes receives what had to be left out
     */
    Shard(
            Path folder,
            Settings rules,
            InstantSource clock,
            int inMemory,
            Journal.Guard guard,
            @Nullable SharedPrior shared,
            List<String> notes)
            throws IOException {
        this.folder = folder;
        this.rules = rules;
        this.clock = clock;
        FolderSwap.finish(folder);
        log = new ShardLog(folder, rules.seed());
        cache = new ContextCache(inMemory, this);
        journal = new ShardJournal(folder, rules, clock, guard, log, shared, notes);
    }

    <T> T with(String name, DecisionMakers.Use<T> use) throws IOException {
        try {
            return cache.with(name, use);
        } finally {
            if (journal.isLong() && saving.tryLock()) {
                try {
                    journal.rotate(cache::open);
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

    void names(Consumer<String> taker) throws IOException {
        log.names(taker);
    }

    ShardJournal journal() {
        return journal;
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
        journal.commit(); // where the disk refuses they stay
        contexts.forEach(Context::close);
    }

    void commit() throws IOException {
        journal.commit();
    }

    /** Follows the journal by the next, whatever its length. */
    void save() throws IOException {
        saving.lock();
        try {
            journal.rotate(cache::open);
        } finally {
            saving.unlock();
        }
    }

    /** Removes the journals whose lines are all older than a moment, and returns how many. */
    int prune(Instant before) throws IOException {
        saving.lock();
        try {
            Pruning pruning = new Pruning(folder, log);
            journal.commit();
            long newest = pruning.newestOlderThan(before);
            if (newest == 0) {
                return 0;
            }
            for (String name : pruning.needing(newest)) {
                cache.appendState(name);
            }
            byte[] record = Pruning.record(newest, clock.millis());
            journal.append(() -> record);
            journal.commit();
            journal.rotate(cache::open);
            journal.rotate(cache::open); // so that both indexes are newer than the states
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
        journal.commit();
        if (journal.needsIndex()) {
            journal.rotate(cache::open);
        }
        journal.saveAnchor();
    }

    static long hash(Seed seed, String name) {
        return seed.child(name).low();
    }
}
