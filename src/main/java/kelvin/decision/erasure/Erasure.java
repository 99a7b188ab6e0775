package kelvin.decision.erasure;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.decision.journal.DamagedFile;
import kelvin.decision.journal.FolderLock;
import kelvin.decision.journal.FolderSwap;
import kelvin.decision.journal.JournalSequence;
import org.jspecify.annotations.Nullable;

/**
 * Erases ids of decisions from the journals and snapshots of a folder that no program has open; what it leaves is told by the
 * {@linkplain kelvin.decision.erasure package}. Killed at any moment, it has erased everything or nothing once the folder is opened
 * again.
 *
 * <p>A decision that was drawn by its id cannot be drawn again without it: {@code ReplayCheck} counts it as erased. Rewards are
 * learned as before. Where {@code maxBytes} is what bounds the memory, replayed memory may differ from the former by the lengths of
 * the erased ids. Cost: one pass over all journals of the folder.
 */
@Stability(MAY_CHANGE)
public final class Erasure {
    private Erasure() {}

    /**
     * Erases ids from a decision maker's folder.
     *
     * @param folder the folder of one decision maker
     * @param ids the ids of the decisions to erase, with all their rewards; those that do not occur are ignored
     * @param clock the time that is recorded
     * @return how many decisions and rewards have been erased; 0 if none occurred, and then nothing was written
     * @throws DamagedFile if a journal or snapshot is not as it was written
     * @throws IllegalArgumentException if the decisions were made by a learner, which could not be resumed without features
     * @throws IOException if the folder is in use, or cannot be read or written; then nothing has been erased
     */
    public static long ids(Path folder, Collection<String> ids, InstantSource clock) throws IOException {
        Require.notNull("folder", folder);
        Require.notNull("ids", ids);
        try (FolderLock lock = FolderLock.existing(folder)) {
            lock.renew();
            return rewrite(folder, null, ids, clock);
        } catch (IOException e) {
            throw JournalSequence.reworded(e);
        }
    }

    /**
     * Erases a context, or ids of it, from a folder of journals that contexts share.
     *
     * @param folder the folder of a shard, locked by the caller
     * @param context the context's name
     * @param ids the ids to erase; null to erase all, and the name
     * @param clock the time that is recorded
     * @return how many decisions, rewards and other records have been erased
     * @throws IOException if the folder cannot be read or written; then nothing has been erased
     */
    public static long inShard(Path folder, String context, @Nullable Collection<String> ids, InstantSource clock)
            throws IOException {
        return rewrite(folder, context, ids, clock);
    }

    private static long rewrite(
            Path folder, @Nullable String context, @Nullable Collection<String> ids, InstantSource clock)
            throws IOException {
        FolderSwap.finish(folder);
        List<Long> journals = JournalSequence.numbers(folder);
        if (journals.isEmpty()) {
            throw new DamagedFile(folder + ": found no journal, must be a decision maker's folder");
        }
        JournalSequence.End end = JournalSequence.read(folder, journals.get(0), null, 0, line -> {}, new ArrayList<>());
        RunningErasure running =
                new RunningErasure(folder, context, ids, JournalRewrite.link(end.at()), clock.millis());
        running.rewrite(end.generation(), (line, at) -> {});
        running.finish(end.generation(), end.at());
        return running.records();
    }
}
