package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.contract.Stability;
import kelvin.decision.journal.HashChain;
import kelvin.decision.journal.JournalSequence;
import kelvin.decision.journal.JsonMembers;
import kelvin.file.Folders;
import org.jspecify.annotations.Nullable;

/**
 * Report of a check: which files of a decision maker's folder are intact, and what is lost.
 *
 * @param decisions how many decisions are whole
 * @param rewards how many learned rewards are whole
 * @param lost a line for everything that is missing or not as it was written; empty if the folder is whole
 */
@Stability(MAY_CHANGE)
public record SalvageReport(long decisions, long rewards, List<String> lost) {
    public SalvageReport {
        lost = List.copyOf(lost);
    }

    /**
     * Reads all snapshots and journals of a folder and reports every fault. Nothing is written.
     *
     * @param folder a decision maker's folder
     * @return what came of it
     * @throws kelvin.decision.journal.DamagedFile if no line or snapshot that records the rules is whole, or the folder is of another
     *     format
     * @throws IOException if a file cannot be read
     */
    public static SalvageReport check(Path folder) throws IOException {
        try {
            return new Salvager(folder).salvage(new Salvager.Copy.Nowhere());
        } catch (IOException e) {
            throw JournalSequence.reworded(e);
        }
    }

    /**
     * Copies the intact part of a folder into a new one that a decision maker can open: all valid lines in new
     * journals, and a snapshot of the state they lead to. After lost lines an estimate is that of the next whole
     * reward; sums and counts of rewards go on without those that are lost.
     *
     * @param folder a decision maker's folder; nothing in it is changed
     * @param into a folder that does not exist or is empty
     * @return what came of it
     * @throws kelvin.decision.journal.DamagedFile if no line or snapshot that records the rules is whole, or the folder is of another
     *     format
     * @throws IOException if a file cannot be read or written, or the new folder is not empty
     */
    public static SalvageReport write(Path folder, Path into) throws IOException {
        try {
            if (Files.exists(into)
                    && !(Files.isDirectory(into) && Folders.names(into).isEmpty())) {
                throw new IOException(into + ": is there already, must be a new folder or an empty one");
            }
            Salvager salvager = new Salvager(folder);
            Folders.make(into);
            return salvager.salvage(new Salvager.Copy.Into(into));
        } catch (IOException e) {
            throw JournalSequence.reworded(e);
        }
    }

    /** Follows the lines of one context that are left in damaged journals. */
    @Stability(MAY_CHANGE)
    public static final class Follower {
        private final String name;
        private final JournalReplay replay;
        private final List<String> gaps = new ArrayList<>();
        private @Nullable RecordedSettings latest;
        private State before;

        /** Begins before the first line of a context, by the family's settings then. */
        public Follower(String name, RecordedSettings rules) {
            this.name = name;
            RecordedSettings own = rules.of(name);
            before = own.initial();
            replay = new JournalReplay(
                    new Snapshot(before, own, HashChain.FIRST),
                    RecordedSettings::reading,
                    (logged, choice) -> {},
                    this::gap);
        }

        private void gap(String member, long found, long wanted) {
            gaps.add(member + ": found " + found + ", " + wanted + " would follow from the lines before");
            before = before.before(member, found, wanted);
        }

        /**
         * Takes the next line that is left.
         *
         * @param rules the family's settings that it was written by
         * @param line its members
         * @param doubtful whether lines before it may be lost
         * @return what does not follow from the lines before; empty if all does
         * @throws IllegalArgumentException if a member is not as it must be
         */
        public List<String> line(RecordedSettings rules, JsonMembers line, boolean doubtful) {
            if (!rules.equals(latest)) {
                latest = rules;
                replay.section(rules.of(name));
            }
            before = doubtful ? replay.state().state() : before;
            gaps.clear();
            replay.line(line);
            return List.copyOf(gaps);
        }

        /** {@return a state record to put before a doubtful line, which then follows from it} */
        public byte[] state() {
            return JournalRecord.state(before).bytes();
        }
    }
}
