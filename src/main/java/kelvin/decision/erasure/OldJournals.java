package kelvin.decision.erasure;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.decision.journal.DamagedFile;
import kelvin.decision.journal.FolderLock;
import kelvin.decision.journal.JournalReader;
import kelvin.decision.journal.JournalSequence;
import kelvin.decision.journal.SealedLine;

/**
 * Removes old journals from a decision maker's folder that no program has open. What is known of each arm is not lost, but the record
 * is: replay and evaluation begin with the oldest journal that is left, from the snapshot before it, which is kept.
 */
@Stability(MAY_CHANGE)
public final class OldJournals {
    private static final Pattern SNAPSHOT = Pattern.compile("state-([0-9]{6,18})\\.json");

    private OldJournals() {}

    /**
     * Removes the journals whose records are all older than a moment, as far as a snapshot stands for them.
     *
     * @param folder the folder of one decision maker
     * @param before the moment; a journal goes if the one that a snapshot begins had begun by then
     * @return how many journals were removed
     * @throws DamagedFile if a journal's first line is not as it was written
     * @throws IOException if the folder is in use, or a file cannot be read or deleted
     */
    public static int remove(Path folder, Instant before) throws IOException {
        Require.notNull("before", before);
        try (FolderLock lock = FolderLock.existing(folder)) {
            lock.renew();
            List<Long> journals = JournalSequence.numbers(folder);
            List<Long> snapshots = JournalSequence.numbers(folder, SNAPSHOT);
            long first = 0;
            for (long snapshot : snapshots) {
                if (journals.contains(snapshot) && !begun(folder, snapshot).isAfter(before)) {
                    first = snapshot;
                }
            }
            int removed = 0;
            for (long journal : journals) {
                if (journal < first) {
                    Files.delete(JournalSequence.file(folder, journal));
                    removed++;
                }
            }
            for (long snapshot : snapshots) {
                if (snapshot < first) {
                    Files.delete(folder.resolve(String.format(Locale.ROOT, "state-%06d.json", snapshot)));
                }
            }
            return removed;
        } catch (IOException e) {
            throw JournalSequence.reworded(e);
        }
    }

    private static Instant begun(Path folder, long journal) throws IOException {
        return Instant.ofEpochMilli(
                JournalReader.first(JournalSequence.file(folder, journal)).whole(SealedLine.START));
    }
}
