package kelvin.decision.erasure;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import kelvin.contract.Stability;
import kelvin.decision.journal.FolderSwap;
import kelvin.decision.journal.JournalReader;
import org.jspecify.annotations.Nullable;

/**
 * Erasure from the folder of a program that goes on: it writes one journal while those before are written anew, then waits for that one
 * only. All new files come into force at once, as {@link FolderSwap} tells.
 */
@Stability(MAY_CHANGE)
public final class RunningErasure {
    private final Path folder;
    private final Erased erased;
    private final long time;
    private @Nullable JournalRewrite rewrite;

    /**
     * Describes an erasure.
     *
     * @param folder the folder, locked by the caller
     * @param context the context whose lines are concerned, in a folder of journals that contexts share; null in one of a decision maker
     * @param ids the ids to erase; null to erase all of the context, and its name
     * @param link a link of the folder that no earlier erasure can have been given
     * @param time the time that is recorded, in milliseconds since 1970
     */
    public RunningErasure(
            Path folder, @Nullable String context, @Nullable Collection<String> ids, String link, long time) {
        this.folder = folder;
        this.time = time;
        erased = Erased.of(context, ids, time, link);
    }

    /**
     * Writes the journals before one, and the snapshots, anew, beside the present ones, which stay in force.
     *
     * @param writing the number of the journal that the program writes
     * @param taker takes each line with its new place, also those of {@link #finish}
     * @throws IOException if a file cannot be read or written, or a line is not as it was written; then nothing has been erased
     */
    public void rewrite(long writing, JournalReader.PlacedReader taker) throws IOException {
        Path prepared = FolderSwap.begin(folder);
        JournalRewrite journals = new JournalRewrite(folder, prepared, erased, taker);
        rewrite = journals;
        journals.closed(writing);
        journals.link(writing);
        new SnapshotRewrite(folder, prepared, erased, journals.links()).snapshots();
    }

    /**
     * Returns the number of lines that are erased, so far.
     *
     * @return their number
     */
    public long records() {
        return erased.records();
    }

    /**
     * Writes the newest journal anew, to which nothing is written meanwhile, and puts all in force; does nothing where no
     * line is to be erased.
     *
     * @param writing the number of the newest journal
     * @param end where it ends
     * @return where it ends from now on
     * @throws IOException if a file cannot be read or written; then nothing has been erased, unless the message says that opening the
     *     folder completes it
     */
    public JournalReader.End finish(long writing, JournalReader.End end) throws IOException {
        if (rewrite == null) {
            throw new IllegalStateException("finish comes after rewrite");
        }
        JournalReader.End now = rewrite.last(writing, end, time);
        if (erased.records() == 0) {
            FolderSwap.finish(folder);
            return end;
        }
        FolderSwap.commit(folder);
        return now;
    }

    /**
     * Returns the pseudonym that takes the place of an id.
     *
     * @param step the step of its decision
     * @return the pseudonym
     */
    public static String pseudonym(long step) {
        return Erased.id(step);
    }

    /**
     * Returns the place of the newest line of a context from now on.
     *
     * @param context its name
     * @return its journal and the offset in it; null if it has no line
     */
    public @Nullable List<Object> newest(String context) {
        return rewrite == null ? null : rewrite.newest(context);
    }
}
