package kelvin.decision.family;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import kelvin.contract.Stability;
import kelvin.decision.ReplayCheck;
import kelvin.decision.Settings;
import kelvin.decision.journal.DamagedFile;
import kelvin.decision.journal.JournalReader;
import kelvin.decision.journal.JournalSequence;

/**
 * Verifies all journals of a family by replay, as {@link ReplayCheck} does those of one decision maker: every decision of every
 * context is drawn again, every reward learned again, every recorded state compared with the one replayed, and every shared prior
 * computed again.
 *
 * @param contexts how many contexts there are
 * @param drawn how many decisions were drawn again
 * @param learned how many rewards were judged and learned again
 * @param skipped how many decisions and rewards were passed over: no rules were given like those they were made by, or the lines
 *     before them have been pruned or lost
 * @param erased how many were not done again because their ids or names have been erased
 * @param differences a line, with the context's name, for each that came out differently. Of many only the first thousand
 */
@Stability(MAY_CHANGE)
public record FamilyCheck(
        long contexts, long drawn, long learned, long skipped, long erased, List<String> differences) {
    static final FamilyCheck NOTHING = new FamilyCheck(0, 0, 0, 0, 0, List.of());
    private static final int MAX_FAULTS_LISTED = 1000;

    public FamilyCheck {
        differences = List.copyOf(differences);
    }

    /**
     * Replays the journals of a family, one shard after the other. Nothing is written; the states of the contexts of one shard are
     * held in memory.
     *
     * @param folder the family's root folder
     * @param rules what it went by; where that has changed, each of them
     * @return what came of it
     * @throws DamagedFile if a file is not as it was written
     * @throws IOException if one cannot be read
     */
    public static FamilyCheck of(Path folder, Settings... rules) throws IOException {
        return of(folder, () -> new FamilyRedraw(rules));
    }

    /**
     * Replays the journals of a family by the settings that they record; see {@link #of(Path, Settings...)}.
     *
     * @param folder the family's root folder
     * @param texts finds policies, learners and step sizes by their texts
     * @return what came of it
     * @throws DamagedFile if a file is not as it was written
     * @throws IOException if one cannot be read
     */
    public static FamilyCheck of(Path folder, ReplayCheck.Texts texts) throws IOException {
        return of(folder, () -> new FamilyRedraw(texts));
    }

    private static FamilyCheck of(Path folder, Supplier<FamilyRedraw> redraws) throws IOException {
        FamilyCheck all = NOTHING;
        FamilyFolder family = FamilyFolder.read(folder);
        for (Path shard : family.folders()) {
            List<Long> numbers = JournalSequence.numbers(shard);
            if (numbers.isEmpty()) {
                throw new DamagedFile(shard + ": found no journal, must be a shard's folder");
            }
            FamilyRedraw redraw = redraws.get();
            SharedCheck shared = new SharedCheck(family.shared());
            JournalReader.Reader both = line -> {
                shared.line(line);
                redraw.line(line);
            };
            JournalSequence.read(shard, numbers.get(0), null, 0, both, new ArrayList<>());
            all = all.and(redraw.result()).and(new FamilyCheck(0, 0, 0, shared.skipped(), 0, shared.differences()));
        }
        return all;
    }

    FamilyCheck and(FamilyCheck other) {
        List<String> both = new ArrayList<>(differences);
        other.differences.stream().limit(MAX_FAULTS_LISTED - both.size()).forEach(both::add);
        return new FamilyCheck(
                contexts + other.contexts,
                drawn + other.drawn,
                learned + other.learned,
                skipped + other.skipped,
                erased + other.erased,
                both);
    }

    /**
     * Returns true if the replay reproduced every record.
     *
     * @return true if nothing came out differently and nothing was passed over
     */
    public boolean clean() {
        return skipped == 0 && differences.isEmpty();
    }
}
