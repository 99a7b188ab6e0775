package kelvin.decision.family;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kelvin.contract.Stability;
import kelvin.decision.ContextCheck;
import kelvin.decision.ContextMaker;
import kelvin.decision.RecordedSettings;
import kelvin.decision.ReplayCheck;
import kelvin.decision.Settings;
import kelvin.decision.journal.DamagedFile;
import kelvin.decision.journal.JournalReader;
import kelvin.decision.journal.JournalSequence;
import kelvin.decision.journal.JsonMembers;
import kelvin.decision.journal.SealedLine;
import org.jspecify.annotations.Nullable;

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
        return of(folder, (name, recorded, line) -> new ContextCheck(name, recorded, line, rules));
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
        return of(folder, (name, recorded, line) -> new ContextCheck(name, recorded, line, texts));
    }

    private static FamilyCheck of(Path folder, Beginning beginning) throws IOException {
        FamilyCheck all = new FamilyCheck(0, 0, 0, 0, 0, List.of());
        FamilyFolder family = FamilyFolder.read(folder);
        for (Path shard : family.folders()) {
            List<Long> numbers = JournalSequence.numbers(shard);
            if (numbers.isEmpty()) {
                throw new DamagedFile(shard + ": found no journal, must be a shard's folder");
            }
            Redraw redraw = new Redraw(numbers.get(0), beginning, family.shared());
            JournalSequence.read(shard, numbers.get(0), null, 0, redraw, new ArrayList<>());
            all = all.and(redraw.result());
        }
        return all;
    }

    private FamilyCheck and(FamilyCheck other) {
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

    /** Begins the check of a context at its first line. */
    @FunctionalInterface
    private interface Beginning {
        ContextCheck of(String name, RecordedSettings rules, JsonMembers line);
    }

    /** Deals the lines of a shard out to its contexts. */
    private static final class Redraw implements JournalReader.PlacedReader {
        private final Map<String, ContextCheck> checks = new HashMap<>();
        private final Set<String> cut = new HashSet<>();

        /** Erased contexts of a learner, which cannot choose again without their features. */
        private final Set<String> forgotten = new HashSet<>();

        private final Sections sections = new Sections();
        private final Beginning beginning;
        private long journal;
        private long pruned;
        private long forgottenLines;
        private final SharedCheck shared;
        private FamilyCheck done = new FamilyCheck(0, 0, 0, 0, 0, List.of());

        Redraw(long first, Beginning beginning, @Nullable SharedPrior prior) {
            this.shared = new SharedCheck(prior);
            this.journal = first - 1;
            this.beginning = beginning;
        }

        @Override
        public void line(JsonMembers line, long at) {
            journal += at == 0 ? 1 : 0;
            if (line.has(SealedLine.START)) {
                RecordedSettings rules =
                        RecordedSettings.of(line.fields("rules")).readable();
                sections.add(Place.of(journal, at), rules);
                shared.start(line, Math.toIntExact(line.fields("rules").whole("arms")));
            } else if (line.has(Context.KEY)) {
                String name = line.text(Context.KEY);
                shared.line(name, line);
                RecordedSettings rules = sections.at(Place.of(journal, at));
                ContextCheck check = checks.get(name);
                if ("context".equals(line.map().get("erased")) && rules.map().containsKey("learner")) {
                    forgotten.add(name);
                    forgottenLines += line.has("decision") || line.has("reward") ? 1 : 0;
                } else if (line.has(SalvagedShard.KEY)) {
                    cut(name);
                } else if (check == null && line.has(Place.BACK) && !ContextMaker.isState(line)) {
                    pruned++;
                } else {
                    (check == null ? begin(name, rules, line) : check).line(rules, line);
                }
            }
        }

        private ContextCheck begin(String name, RecordedSettings rules, JsonMembers line) {
            ContextCheck check = beginning.of(name, rules, line);
            checks.put(name, check);
            cut.remove(name);
            return check;
        }

        /** Ends the check of a context whose lines were lost; the next state record begins another. */
        private void cut(String name) {
            cut.add(name);
            ContextCheck check = checks.remove(name);
            if (check != null) {
                done = done.and(result(name, check));
            }
        }

        private static FamilyCheck result(String name, ContextCheck check) {
            ReplayCheck one = check.result();
            List<String> named =
                    one.differences().stream().map(line -> name + ": " + line).toList();
            return new FamilyCheck(0, one.drawn(), one.learned(), one.skipped(), one.erased(), named);
        }

        FamilyCheck result() {
            FamilyCheck all = done.and(new FamilyCheck(
                    checks.size() + cut.size() + forgotten.size(),
                    0,
                    0,
                    pruned + shared.skipped(),
                    forgottenLines,
                    shared.differences()));
            for (Map.Entry<String, ContextCheck> each : checks.entrySet()) {
                all = all.and(result(each.getKey(), each.getValue()));
            }
            return all;
        }
    }
}
