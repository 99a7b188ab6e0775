package kelvin.decision.family;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Consumer;
import kelvin.decision.ContextMaker;
import kelvin.decision.DecisionListener;
import kelvin.decision.Settings;
import kelvin.decision.erasure.RunningErasure;
import kelvin.decision.journal.FolderSwap;
import kelvin.random.Seed;
import org.jspecify.annotations.Nullable;

/** One shard of a family: reads its contexts back, lets them go, and keeps the journal that they share. */
final class Shard implements ContextCache.Owner, Closeable {
    private final Path folder;
    private final Settings rules;
    private final InstantSource clock;
    private final FamilyEvents events;
    private final ShardLog log;
    private final ShardJournal journal;
    private final ContextCache cache;

    /** Held by what concerns contexts that others may use; taken before these, which are taken before {@link #saving}. */
    private final ReentrantLock upkeep = new ReentrantLock();

    private final ReentrantLock saving = new ReentrantLock();
    private final LiveContexts live = new LiveContexts();

    /** Held for reading by who goes by the places of lines, for writing while these change. */
    private final ReentrantReadWriteLock places = new ReentrantReadWriteLock();

    /**
     * Opens a shard, or makes a new one.
     *
     * @param folder its folder, which exists
     * @param rules what the family goes by
     * @param clock the time of records
     * @param inMemory how many of its contexts are kept in memory
     * @param events keeps the folder locked, and holds the listeners
     * @param shared what new contexts take from the others; null for nothing
     * @param notes receives what had to be left out
     */
    Shard(
            Path folder,
            Settings rules,
            InstantSource clock,
            int inMemory,
            FamilyEvents events,
            @Nullable SharedPrior shared,
            List<String> notes)
            throws IOException {
        this.folder = folder;
        this.rules = rules;
        this.clock = clock;
        this.events = events;
        FolderSwap.finish(folder);
        log = new ShardLog(folder, rules.seed());
        cache = new ContextCache(inMemory, this);
        journal = new ShardJournal(folder, rules, clock, events, log, shared, notes);
    }

    <T> T with(String name, DecisionMakers.Use<T> use) throws IOException {
        try {
            return cache.with(name, use);
        } finally {
            if (journal.isLong() && saving.tryLock()) {
                try {
                    journal.rotate(live::all);
                } finally {
                    saving.unlock();
                }
            }
        }
    }

    int inMemory() {
        return cache.size();
    }

    /** Returns the listeners of all contexts. */
    List<DecisionListener> listeners() {
        return events.listeners();
    }

    /** Adds this shard to the health of the family. */
    FamilyHealth in(FamilyHealth family) {
        return live.in(family.and(log.index().size(), journal.writing()));
    }

    ContextIndex index() {
        return log.index();
    }

    void names(Consumer<String> taker) throws IOException {
        places.readLock().lock();
        try {
            log.names(taker);
        } finally {
            places.readLock().unlock();
        }
    }

    ShardJournal journal() {
        return journal;
    }

    @Override
    public Context open(String name) throws IOException {
        places.readLock().lock();
        try {
            Context context = new Context(this, name, log.hash(name), log.lines(name));
            live.add(context);
            return context;
        } finally {
            places.readLock().unlock();
        }
    }

    /**
     * Erases a context, or ids of it, while others go on.
     *
     * @param name the context's name
     * @param ids the ids; null to erase all, and the name
     * @return how many lines have been erased
     */
    long erase(String name, @Nullable Collection<String> ids) throws IOException {
        upkeep.lock();
        try {
            return cache.without(name, () -> log.lines(name).newest() == 0 ? 0 : eraseAbsent(name, ids));
        } finally {
            upkeep.unlock();
            events.files().deliver();
        }
    }

    private long eraseAbsent(String name, @Nullable Collection<String> ids) throws IOException {
        saving.lock();
        try {
            return rewrite(name, ids);
        } finally {
            saving.unlock();
        }
    }

    private long rewrite(String name, @Nullable Collection<String> ids) throws IOException {
        ShardLog to = new ShardLog(folder, rules.seed());
        try {
            RunningErasure erasure = journal.rewrite(name, ids, to, live::all);
            journal.commit(); // so that little is left to write while others wait
            IndexFile index;
            places.writeLock().lock();
            try {
                index = journal.finish(erasure, to, live::all);
            } finally {
                places.writeLock().unlock();
            }
            write(index);
            return erasure.records();
        } finally {
            if (!FolderSwap.isInterrupted(folder)) {
                FolderSwap.finish(folder); // removes what is not in force
            }
        }
    }

    ContextMaker resume(String name, ContextLines lines, ContextMaker.SharedLines to) {
        return ContextMaker.resume(name, lines.told(), rules, clock, to);
    }

    @Override
    public void letGo(List<Context> contexts) throws IOException {
        contexts.forEach(context -> context.appendStateIfDue(true));
        journal.commit(); // where the disk refuses they stay
        contexts.forEach(Context::close);
        live.remove(contexts);
    }

    void commit() throws IOException {
        journal.commit();
    }

    /** Follows the journal by the next, whatever its length. */
    void save() throws IOException {
        saving.lock();
        try {
            journal.rotate(live::all);
        } finally {
            saving.unlock();
        }
    }

    /** Writes an index, without which the next opening reads all journals; the erasure is in force in any case. */
    private void write(@Nullable IndexFile index) {
        try {
            if (index != null) {
                index.write(folder);
            }
        } catch (IOException e) {
            events.files().failed(folder, e);
        }
    }

    /** Removes the journals whose lines are all older than a moment, and returns how many. */
    int prune(Instant before) throws IOException {
        upkeep.lock();
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
            journal.rotate(live::all);
            journal.rotate(live::all); // so that both indexes are newer than the states
            return pruning.remove(newest);
        } finally {
            saving.unlock();
            upkeep.unlock();
        }
    }

    /** Lets all contexts go, writes an index if much would have to be read without it, and closes the journal. */
    @Override
    public void close() throws IOException {
        upkeep.lock();
        saving.lock();
        try {
            finish();
        } finally {
            journal.close();
            saving.unlock();
            upkeep.unlock();
        }
    }

    private void finish() throws IOException {
        cache.close();
        journal.commit();
        if (journal.needsIndex()) {
            journal.rotate(live::all);
        }
        journal.saveAnchor();
    }

    static long hash(Seed seed, String name) {
        return seed.child(name).low();
    }
}
