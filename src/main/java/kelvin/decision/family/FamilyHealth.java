package kelvin.decision.family;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.time.Instant;
import kelvin.contract.Stability;
import kelvin.decision.DecisionCounts;
import kelvin.decision.DecisionEvents;
import kelvin.decision.DecisionHealth;
import kelvin.decision.journal.Journal;
import org.jspecify.annotations.Nullable;

/**
 * Health of a family at one moment: counts, memory, journals and disk. It takes a short lock of each context in memory and of each
 * shard to read, however many contexts there are on disk. The numbers of a context are of one moment, those of another of the next.
 *
 * @param time when it was read
 * @param closed whether the family has been closed
 * @param contexts how many contexts are on disk
 * @param inMemory how many are in memory
 * @param decisions how many decisions have been made since the family was opened
 * @param counts outcomes of rewards, and evictions by the bound that was met, since the family was opened
 * @param remembered how many decisions are in memory
 * @param pending how many of these have no reward yet
 * @param rememberedBytes an upper bound of the memory that they take, in bytes
 * @param journalBytes the length on disk of the journals that are being written, one for each shard, in bytes
 * @param waitingLines how many records are not on disk yet
 * @param unwrittenBytes how many bytes of records are being written, or kept from writes that the disk refused
 * @param recordsLost whether the disk refused a shard for so long that records were given up, until {@link DecisionMakers#save}
 * @param lastSync when records were last forced to disk (fsync); null if none have been since opening
 * @param failedWrites how many writes have failed since opening
 * @param lastFailure what the latest failed write said; null if none has failed
 * @param failing whether the latest write of any shard failed
 */
@Stability(MAY_CHANGE)
public record FamilyHealth(
        Instant time,
        boolean closed,
        long contexts,
        int inMemory,
        long decisions,
        DecisionCounts counts,
        int remembered,
        int pending,
        long rememberedBytes,
        long journalBytes,
        long waitingLines,
        long unwrittenBytes,
        boolean recordsLost,
        @Nullable Instant lastSync,
        long failedWrites,
        @Nullable String lastFailure,
        boolean failing) {
    /** Returns the health of a family without shards. */
    static FamilyHealth of(DecisionEvents files, boolean closed) {
        return new FamilyHealth(
                files.now(),
                closed,
                0,
                0,
                0,
                DecisionCounts.NONE,
                0,
                0,
                0,
                0,
                0,
                0,
                false,
                files.lastSync(),
                files.failedWrites(),
                files.lastFailure(),
                files.failing());
    }

    /** Adds the contexts of a shard on disk, and its journal. */
    FamilyHealth and(long onDisk, Journal journal) {
        return new FamilyHealth(
                time,
                closed,
                contexts + onDisk,
                inMemory,
                decisions,
                counts,
                remembered,
                pending,
                rememberedBytes,
                journalBytes + journal.length(),
                waitingLines + journal.waitingLines(),
                unwrittenBytes + journal.unwrittenBytes(),
                recordsLost || journal.lost(),
                lastSync,
                failedWrites,
                lastFailure,
                failing);
    }

    /** Adds what a context in memory has done since it was read back, and what it holds. */
    FamilyHealth and(DecisionHealth context, DecisionHealth before) {
        return with(
                inMemory + 1,
                decisions + context.decisions() - before.decisions(),
                counts.plus(context.counts(), 1).plus(before.counts(), -1),
                remembered + context.remembered(),
                pending + context.pending(),
                rememberedBytes + context.rememberedBytes());
    }

    /** Adds what contexts that have been let go did before. */
    FamilyHealth and(long decisionsThen, DecisionCounts countsThen) {
        return with(
                inMemory, decisions + decisionsThen, counts.plus(countsThen, 1), remembered, pending, rememberedBytes);
    }

    private FamilyHealth with(
            int inMemory, long decisions, DecisionCounts counts, int remembered, int pending, long rememberedBytes) {
        return new FamilyHealth(
                time,
                closed,
                contexts,
                inMemory,
                decisions,
                counts,
                remembered,
                pending,
                rememberedBytes,
                journalBytes,
                waitingLines,
                unwrittenBytes,
                recordsLost,
                lastSync,
                failedWrites,
                lastFailure,
                failing);
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
