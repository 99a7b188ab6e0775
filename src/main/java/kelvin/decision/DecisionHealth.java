package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.time.Duration;
import java.time.Instant;
import kelvin.contract.Stability;
import kelvin.decision.journal.Journal;
import org.jspecify.annotations.Nullable;

/**
 * Health of a {@link DecisionMaker} at one moment: counts, memory, journal and disk. It takes a fixed number of fields to read,
 * however many decisions are remembered.
 *
 * <p>Numbers of the state are of one moment, those of the files of the next; a write that happens between them shows in the files
 * only. Of a decision maker in memory alone, all that concerns files is 0 or null.
 *
 * @param time when it was read
 * @param closed whether the decision maker has been closed
 * @param decisions how many decisions have been made
 * @param version how often values, arms or the policy have changed
 * @param counts outcomes of rewards, and evictions by the bound that was met
 * @param remembered how many decisions are in memory
 * @param pending from how many of these nothing has been learned yet
 * @param rememberedBytes an upper bound of the memory that they take, in bytes
 * @param journal the number of the journal that is being written, from 1
 * @param journalBytes how long it is on disk, in bytes
 * @param waitingLines how many records are not on disk yet
 * @param unwrittenBytes how many bytes of records are being written, or kept from writes that the disk refused
 * @param recordsLost whether the disk refused for so long that records were given up: the journal then lacks decisions, until
 *     {@link DecisionMaker#save} begins a new one with a snapshot
 * @param lastSync when records were last forced to disk (fsync); null if none have been since opening
 * @param failedWrites how many writes of journals and snapshots have failed since opening
 * @param lastFailure what the latest failed write said; null if none has failed
 * @param failing whether the latest write failed
 * @param lastSnapshot when the newest snapshot was written; null if there is none
 */
@Stability(MAY_CHANGE)
public record DecisionHealth(
        Instant time,
        boolean closed,
        long decisions,
        long version,
        DecisionCounts counts,
        int remembered,
        int pending,
        long rememberedBytes,
        long journal,
        long journalBytes,
        long waitingLines,
        long unwrittenBytes,
        boolean recordsLost,
        @Nullable Instant lastSync,
        long failedWrites,
        @Nullable String lastFailure,
        boolean failing,
        @Nullable Instant lastSnapshot) {
    static DecisionHealth of(LockedState lockedState, @Nullable Store store) {
        DecisionHealth memory = lockedState.underLock(state -> of(lockedState.events(), lockedState.isClosed(), state));
        return store == null ? memory : memory.with(store, store.journal());
    }

    private static DecisionHealth of(DecisionEvents events, boolean closed, MutableState state) {
        RecentDecisions recent = state.recent();
        return new DecisionHealth(
                events.now(),
                closed,
                state.decisions(),
                state.version(),
                state.counts(),
                recent.size(),
                recent.pending(),
                recent.bytes(),
                0,
                0,
                0,
                0,
                false,
                events.lastSync(),
                events.failedWrites(),
                events.lastFailure(),
                events.failing(),
                null);
    }

    private DecisionHealth with(Store store, Journal writing) {
        return new DecisionHealth(
                time,
                closed,
                decisions,
                version,
                counts,
                remembered,
                pending,
                rememberedBytes,
                store.generation(),
                writing.length(),
                writing.waitingLines(),
                writing.unwrittenBytes(),
                writing.lost(),
                lastSync,
                failedWrites,
                lastFailure,
                failing,
                store.lastSnapshot());
    }

    /**
     * Returns the age of the newest snapshot.
     *
     * @return the time since it was written; null if there is none
     */
    public @Nullable Duration snapshotAge() {
        return lastSnapshot == null ? null : Duration.between(lastSnapshot, time);
    }

    /**
     * Returns true if decisions can be made and what was committed last is on disk.
     *
     * @return false once closed, while the disk refuses, and where records were given up
     */
    public boolean healthy() {
        return !closed && !failing && !recordsLost;
    }
}
