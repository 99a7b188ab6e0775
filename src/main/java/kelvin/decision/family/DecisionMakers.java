package kelvin.decision.family;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.decision.ContextMaker;
import kelvin.decision.DecisionCounts;
import kelvin.decision.DecisionEvents;
import kelvin.decision.DecisionListener;
import kelvin.decision.DecisionMaker;
import kelvin.decision.Settings;
import kelvin.decision.journal.DamagedFile;
import kelvin.decision.journal.FolderLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a decision maker for each of many contexts (pages, countries, devices), known by a name. All share the few journals of one
 * root folder; a bounded number is in memory. Where another is wanted, those not used for longest are committed, with one forced
 * write, and let go; the next use reads one back from its own lines.
 *
 * <pre>
 *   DecisionMakers makers = DecisionMakers.open(folder, settings, 10_000);
 *   Decision decision = makers.with("country de", maker -&gt; maker.decide("visit 1"));
 *   makers.commit();
 * </pre>
 *
 * <p>Each decides as one with the seed {@code seed.child(name)} that is alone in its folder. Its {@code commit} commits all that
 * share its journal; its {@code save} writes its state, so that no earlier line is read again.
 *
 * <p>Any number of threads may use it. Reading a context back and letting some go take the disk's time; those who want the same
 * one wait for it, and nobody else. A context in use is never let go, so for a moment there may be more in memory than
 * wanted, at most one per thread.
 */
@Stability(MAY_CHANGE)
public final class DecisionMakers implements Closeable {
    private static final int DEFAULT_SHARDS = 16;

    private final FolderLock lock;
    private final FamilyFolder folder;
    private final FamilyEvents events;
    private final Shards shards = new Shards();
    private final List<String> notes = new ArrayList<>();
    private volatile boolean closed;

    /**
     * An operation on one decision maker.
     *
     * @param <T> what the answer is
     */
    @FunctionalInterface
    public interface Use<T> {
        /**
         * Runs an operation; the decision maker must not escape it.
         *
         * @param maker the decision maker of the name
         * @return what came of it
         * @throws IOException if the disk refuses
         */
        T of(DecisionMaker maker) throws IOException;
    }

    private DecisionMakers(FolderLock lock, FamilyFolder folder, InstantSource clock) {
        this.lock = lock;
        events = new FamilyEvents(lock, new DecisionEvents(clock));
        this.folder = folder;
    }

    /** Opens a family of 16 shards by the system's clock, as {@link #open(Path, Settings, int, int, InstantSource)} does. */
    public static DecisionMakers open(Path folder, Settings rules, int inMemory) throws IOException {
        return open(folder, rules, inMemory, DEFAULT_SHARDS, InstantSource.system());
    }

    /**
     * Opens the family of a root folder, or makes a new one.
     *
     * @param folder its own folder; made if missing
     * @param rules what all go by; the seed of each is {@code seed.child(name)}. The seed stays that of the family's first start
     * @param inMemory how many contexts are kept in memory; at least 1. They are spread over the shards like the names, and each
     *     shard keeps at least one
     * @param shards how many journals a new family has, 1 to 4096; one that exists keeps its number
     * @param clock the time of decisions and rewards, in milliseconds; asked by any thread
     * @return the family; {@link #notes} tells what had to be left out
     * @throws DamagedFile if a file is not as it was written and no other can stand in
     * @throws IllegalArgumentException if the policy cannot choose among the arms that a new context has, or the family has another
     *     seed; then nothing has been written
     * @throws IOException if the folder cannot be read or written, or is in use
     */
    public static DecisionMakers open(Path folder, Settings rules, int inMemory, int shards, InstantSource clock)
            throws IOException {
        return open(folder, rules, inMemory, shards, clock, null);
    }

    /**
     * Opens a family whose contexts share what they learn, or makes a new one, as {@link #open(Path, Settings, int, int, InstantSource)}
     * does. A new context's prior is made of the rewards learned before in its shard, and stands in its first line: with few contexts,
     * few shards give it more to go by.
     *
     * @param shared what new contexts take from the others; that of the family's first start, or null, which means the same
     * @throws IllegalArgumentException also if the family began without a prior or with another, or a learner decides, which has no
     *     estimates
     */
    public static DecisionMakers open(
            Path folder, Settings rules, int inMemory, int shards, InstantSource clock, @Nullable SharedPrior shared)
            throws IOException {
        Require.notNull("folder", folder);
        Require.notNull("clock", clock);
        Require.atLeast("inMemory", 1, inMemory);
        new DecisionMaker(rules, clock).close(); // rules that cannot begin leave no folder
        FamilyFolder family = FamilyFolder.of(folder, rules.seed(), shards, shared);
        Require.that(
                family.shared() == null || rules.learner() == null,
                "shared",
                String.valueOf(family.shared()),
                "absent where a learner decides, which has no estimates");
        DecisionMakers makers = new DecisionMakers(FolderLock.of(folder), family, clock);
        boolean opened = false;
        try {
            makers.shards.open(family, rules, clock, inMemory, makers.events, makers.notes);
            opened = true;
            return makers;
        } finally {
            if (!opened) {
                makers.close();
            }
        }
    }

    /**
     * Runs an operation on the decision maker of a name, which is created if there is none yet.
     *
     * @param <T> what comes of it
     * @param name its name, 1 to 256 characters
     * @param use what to do; it does not use another context of the family, which another thread may be erasing
     * @return what came of it
     * @throws IOException if the disk refuses, also what those that have to make room leave to be committed: they then
     *     stay in memory
     * @throws IllegalArgumentException if this cannot be a name, or the policy cannot choose among its open arms
     * @throws IllegalStateException after {@link #close}
     */
    public <T> T with(String name, Use<T> use) throws IOException {
        try {
            return shard(name).with(name, use);
        } finally {
            events.files().deliver();
        }
    }

    /**
     * Adds a listener, which receives the writes and new journals of all shards and, from the next use of each context on, passes its
     * decisions and rewards to {@link DecisionListener#in}. One that a context's own decision maker is given leaves with it.
     */
    public void listen(DecisionListener listener) {
        events.listen(listener);
    }

    /** {@return counts, memory, journals and disk at this moment, also once closed} */
    public FamilyHealth health() {
        return shards.in(FamilyHealth.of(events.files(), closed));
    }

    /** {@return the outcomes of rewards and the evictions of all contexts since opening, at the cost of {@link #health}} */
    public DecisionCounts counts() {
        return health().counts();
    }

    /** {@return the prior that a new context of a name would start from now: of the arms that have one} */
    public List<ContextMaker.Prior> prior(String name) {
        return shard(name).journal().prior();
    }

    /**
     * Erases a context while the family goes on, as {@link FamilyErasure#context} does while it does not. One pass over the journals of its
     * shard, whose other contexts wait only while the lines that came meanwhile are written anew; who wants this one waits to the end, and
     * begins it anew. Killed at any moment, all is erased or nothing.
     *
     * @param name its name; operations on it end first, and must not call this
     * @return how many records have been erased; 0 if there is no such context
     * @throws DamagedFile if a file is not as it was written; then nothing has been erased
     * @throws IOException if the disk refuses; then nothing has been erased, unless the message says that opening the folder completes it
     */
    public long erase(String name) throws IOException {
        return shard(name).erase(name, null);
    }

    /** Erases decisions of one context by their ids while the family goes on, as {@link #erase(String)} does with all of it. */
    public long erase(String name, Collection<String> ids) throws IOException {
        Require.notNull("ids", ids);
        return shard(name).erase(name, Set.copyOf(ids));
    }

    /**
     * {@return the number of contexts in memory}
     *
     * @throws IllegalStateException after {@link #close}
     */
    public int inMemory() {
        requireOpen();
        return shards.inMemory();
    }

    /** {@return the number of contexts on disk: those of which a decision, reward or arm has been written} */
    public long contexts() {
        return shards.contexts();
    }

    /**
     * Lists the contexts on disk. Reads one line of each.
     *
     * @return their names, sorted; what is new and not committed is missing
     * @throws DamagedFile if a line is not as it was written
     * @throws IOException if a journal cannot be read
     */
    public List<String> names() throws IOException {
        return shards.names();
    }

    /** {@return what had to be skipped on opening: unfinished last lines, damaged indexes, settings that have changed; a line each} */
    public List<String> notes() {
        return List.copyOf(notes);
    }

    /**
     * Commits all contexts: returns when everything done before this call is on disk. One forced write for each shard with
     * something to write; a decision maker's own {@code commit} takes one in all.
     *
     * @throws IOException if the disk refuses for a shard; the others are committed all the same
     * @throws IllegalStateException after {@link #close}
     */
    public void commit() throws IOException {
        requireOpen();
        shards.commit(events);
    }

    /**
     * Commits, and begins a new journal in each shard with an index of all contexts before it (a checkpoint).
     *
     * @throws IOException if the disk refuses for a shard; the others are saved all the same
     * @throws IllegalStateException after {@link #close}
     */
    public void save() throws IOException {
        requireOpen();
        shards.save(events);
    }

    /**
     * Removes the journals whose records are all older than a moment. Contexts whose state they tell write it into newer ones first,
     * so nothing that is known of an arm is lost; what is lost is the record: older decisions can be neither replayed nor evaluated,
     * {@link FamilyCheck} passes over those of a context before its first state record, and {@link #notes} says so at each opening. A
     * line {@code pruned} tells when. Cost: some lines of every context are read.
     *
     * @param before the moment; a journal goes if the next one had begun by then
     * @return how many journals were removed
     * @throws IOException if the disk refuses for a shard; the others are pruned all the same
     * @throws IllegalStateException after {@link #close}
     */
    public int prune(Instant before) throws IOException {
        requireOpen();
        return shards.prune(before, events);
    }

    /**
     * Commits and closes all contexts, including those in use. Every other call, except those that only read, then throws
     * {@link IllegalStateException}; closing again does nothing.
     *
     * @throws IOException if the disk refuses for a shard; the others are closed all the same
     */
    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            try (lock) {
                shards.close(events);
            }
        }
    }

    private Shard shard(String name) {
        FamilyFolder.requireName(name);
        requireOpen();
        return shards.all().get(folder.shard(name));
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("this family of decision makers has been closed");
        }
    }
}
