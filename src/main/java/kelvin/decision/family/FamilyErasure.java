package kelvin.decision.family;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.decision.erasure.Erasure;
import kelvin.decision.journal.DamagedFile;
import kelvin.decision.journal.FolderLock;
import org.jspecify.annotations.Nullable;

/**
 * Erases contexts, or decisions of theirs, from a family that no program has open, as {@link Erasure} does in the folder of one decision
 * maker. Cost: one pass over the journals of the context's shard.
 */
@Stability(MAY_CHANGE)
public final class FamilyErasure {
    private FamilyErasure() {}

    /**
     * Erases a context: its name, the ids of its decisions and their features. Its decisions and rewards stay in the journals under a
     * pseudonym, as the {@linkplain kelvin.decision.erasure package of erasures} tells; it is no longer among the
     * {@link DecisionMakers#names}, and its name begins anew. What it gave to the sums of a {@link SharedPrior} stays in them.
     *
     * @param folder the family's root folder
     * @param name the context's name
     * @param clock the time that is recorded
     * @return how many records have been erased; 0 if there is no such context
     * @throws DamagedFile if a file is not as it was written
     * @throws IOException if the folder is in use, or cannot be read or written; then nothing has been erased
     */
    public static long context(Path folder, String name, InstantSource clock) throws IOException {
        return erase(folder, name, null, clock);
    }

    /**
     * Erases decisions of one context by their ids.
     *
     * @param folder the family's root folder
     * @param name the context's name
     * @param ids the ids of the decisions to erase, with all their rewards; those that do not occur are ignored
     * @param clock the time that is recorded
     * @return how many records have been erased
     * @throws DamagedFile if a file is not as it was written
     * @throws IOException if the folder is in use, or cannot be read or written; then nothing has been erased
     */
    public static long ids(Path folder, String name, Collection<String> ids, InstantSource clock) throws IOException {
        Require.notNull("ids", ids);
        return erase(folder, name, Set.copyOf(ids), clock);
    }

    private static long erase(Path folder, String name, @Nullable Set<String> ids, InstantSource clock)
            throws IOException {
        FamilyFolder family = FamilyFolder.read(folder);
        List<Path> shards = family.folders();
        try (FolderLock lock = FolderLock.of(folder)) {
            lock.renew();
            return Erasure.inShard(shards.get(family.shard(name)), name, ids, clock);
        }
    }
}
