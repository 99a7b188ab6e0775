package kelvin.decision.family;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kelvin.contract.Stability;
import kelvin.decision.ContextMaker;
import kelvin.decision.journal.FolderLock;
import kelvin.decision.journal.JournalSequence;
import kelvin.decision.journal.JsonMembers;
import org.jspecify.annotations.Nullable;

/**
 * Summary of a family's root folder: each context with its decisions and rewards. It is read without the family's lock, also while
 * the family is in use; all journals are read, and memory holds an entry for each context.
 *
 * @param contexts the contexts, in no order
 * @param shards the number of shards
 * @param bytes the length of all journals together
 * @param inUse whether a program has the family open, this one or another
 * @param notes what had to be left out, such as a line whose write was interrupted or is going on
 */
@Stability(MAY_CHANGE)
public record FamilySummary(List<Summary> contexts, int shards, long bytes, boolean inUse, List<String> notes) {
    public FamilySummary {
        contexts = List.copyOf(contexts);
        notes = List.copyOf(notes);
    }

    /**
     * Summary of one context.
     *
     * @param name its name
     * @param decisions how many decisions it has made
     * @param rewards how many rewards of the journals were learned
     * @param sum the sum of those rewards
     * @param last when it decided last; null if the journals that are there tell of no decision
     */
    public record Summary(
            String name,
            long decisions,
            long rewards,
            double sum,
            @Nullable Instant last) {}

    /**
     * Returns true if a folder is the root of a family.
     *
     * @param folder the folder
     * @return false for the folder of one decision maker, or any other
     */
    public static boolean isFamily(Path folder) {
        return FamilyFolder.is(folder);
    }

    /**
     * Reads the journals of a family.
     *
     * @param folder its root
     * @return the summary
     * @throws kelvin.decision.journal.DamagedFile if a file is not as it was written
     * @throws IOException if one cannot be read
     */
    public static FamilySummary read(Path folder) throws IOException {
        FamilyFolder family = FamilyFolder.read(folder);
        List<String> notes = new ArrayList<>();
        Map<String, Sums> sums = new HashMap<>();
        long bytes = 0;
        for (Path shard : family.folders()) {
            List<Long> numbers = JournalSequence.numbers(shard);
            if (!numbers.isEmpty()) {
                long last = numbers.get(numbers.size() - 1);
                JournalSequence.read(shard, numbers.get(0), null, last, line -> add(line, sums), notes);
                for (long number : numbers) {
                    bytes += Files.size(JournalSequence.file(shard, number));
                }
            }
        }
        List<Summary> contexts = new ArrayList<>(sums.size());
        sums.forEach((name, each) -> contexts.add(each.of(name)));
        return new FamilySummary(contexts, family.shards(), bytes, FolderLock.isHeld(folder), notes);
    }

    private static void add(JsonMembers line, Map<String, Sums> sums) {
        if (line.has(Context.KEY)) {
            sums.computeIfAbsent(line.text(Context.KEY), name -> new Sums()).add(line);
        }
    }

    /** Sums over the lines of one context. */
    private static final class Sums {
        private long decisions;
        private long rewards;
        private double sum;
        private @Nullable Instant last;

        void add(JsonMembers line) {
            if (line.has("decision")) {
                decisions = line.whole("step");
                last = Instant.ofEpochMilli(line.whole("time"));
            } else if (ContextMaker.isState(line)) {
                decisions = line.whole("state"); // of journals that have been pruned, or lines that were lost
            } else if (line.has("reward") && line.has("estimate")) { // others were not learned
                rewards++;
                sum += line.real("value");
            }
        }

        Summary of(String name) {
            return new Summary(name, decisions, rewards, sum, last);
        }
    }
}
