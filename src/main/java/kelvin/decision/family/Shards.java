package kelvin.decision.family;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import kelvin.decision.Settings;
import kelvin.decision.journal.DamagedFile;
import kelvin.decision.journal.JournalSequence;

/** The open shards of a family. What fails for one is done for the others all the same. */
final class Shards {
    private final List<Shard> all = new ArrayList<>();

    /** An operation on one shard. */
    @FunctionalInterface
    private interface Task {
        void with(Shard shard) throws IOException;
    }

    /** Opens the shards of a family, or makes them. */
    void open(
            FamilyFolder family,
            Settings rules,
            InstantSource clock,
            int inMemory,
            FamilyEvents events,
            List<String> notes)
            throws IOException {
        requireNumber(family);
        for (Path shard : family.make()) {
            int share = Math.max(1, inMemory / family.shards());
            all.add(new Shard(shard, rules, clock, share, events, family.shared(), notes));
        }
        family.seal();
    }

    /** Rejects another number of shards than there are without their {@code family.json}, before any is made, if one has a context. */
    private static void requireNumber(FamilyFolder family) throws IOException {
        if (!family.known() && family.found() != 0 && family.found() != family.shards()) {
            for (Path shard : JournalSequence.folders(family.folder())) {
                ShardLog log = new ShardLog(shard, family.seed());
                if (!log.isEmpty()) {
                    log.read(new ArrayList<>());
                }
                if (log.index().size() > 0) {
                    throw new DamagedFile(family.folder() + ": found " + family.found()
                            + " shards and no family.json, must be the " + family.shards() + " that were asked for");
                }
            }
        }
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

    /** Adds all shards to the health of a family. */
    FamilyHealth in(FamilyHealth family) {
        FamilyHealth sum = family;
        for (Shard shard : all) {
            sum = shard.in(sum);
        }
        return sum;
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

    void commit(FamilyEvents events) throws IOException {
        each(Shard::commit, events);
    }

    void save(FamilyEvents events) throws IOException {
        each(Shard::save, events);
    }

    int prune(Instant before, FamilyEvents events) throws IOException {
        AtomicInteger removed = new AtomicInteger();
        each(shard -> removed.addAndGet(shard.prune(before)), events);
        return removed.get();
    }

    void close(FamilyEvents events) throws IOException {
        each(Shard::close, events);
    }

    /** Does a task for each shard, then delivers the events of it. */
    private void each(Task task, FamilyEvents events) throws IOException {
        IOException failed = null;
        for (Shard shard : all) {
            try {
                task.with(shard);
            } catch (IOException e) {
                failed = failed == null ? e : failed;
            }
        }
        events.files().deliver();
        if (failed != null) {
            throw failed;
        }
    }
}
