package kelvin.decision.family;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

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
import kelvin.decision.journal.JournalReader;
import kelvin.decision.journal.JsonMembers;
import kelvin.decision.journal.SealedLine;
import org.jspecify.annotations.Nullable;

/**
 * Draws the decisions of a family's contexts again, line by line: each line of the shards' journals goes to the {@link ContextCheck} of its
 * context. The states of all contexts of the lines so far are held in memory.
 */
@Stability(MAY_CHANGE)
public final class FamilyRedraw implements JournalReader.Reader {
    private final Map<String, ContextCheck> checks = new HashMap<>();
    private final Set<String> cut = new HashSet<>();

    /** Erased contexts of a learner, which cannot choose again without their features. */
    private final Set<String> forgotten = new HashSet<>();

    private final Beginning beginning;
    private @Nullable RecordedSettings rules;
    private @Nullable ContextCheck latest;
    private long pruned;
    private long forgottenLines;
    private FamilyCheck done = FamilyCheck.NOTHING;

    /**
     * Begins before the first line, with settings that their texts tell.
     *
     * @param texts finds policies, learners and step sizes
     */
    public FamilyRedraw(ReplayCheck.Texts texts) {
        beginning = (name, recorded, line) -> new ContextCheck(name, recorded, line, texts);
    }

    FamilyRedraw(Settings... given) {
        beginning = (name, recorded, line) -> new ContextCheck(name, recorded, line, given);
    }

    /** Begins the check of a context at its first line. */
    @FunctionalInterface
    private interface Beginning {
        ContextCheck of(String name, RecordedSettings rules, JsonMembers line);
    }

    @Override
    public void line(JsonMembers line) {
        latest = null;
        if (line.has(SealedLine.START)) {
            rules = RecordedSettings.of(line.fields("rules")).readable();
        } else if (line.has(Context.KEY)) {
            line(line.text(Context.KEY), line, settings());
        }
    }

    private RecordedSettings settings() {
        if (rules == null) {
            throw new IllegalArgumentException("found no settings before the line of a context");
        }
        return rules;
    }

    private void line(String name, JsonMembers line, RecordedSettings by) {
        ContextCheck check = checks.get(name);
        if ("context".equals(line.map().get("erased")) && by.map().containsKey("learner")) {
            forgotten.add(name);
            forgottenLines += line.has("decision") || line.has("reward") ? 1 : 0;
        } else if (line.has(SalvagedShard.KEY)) {
            cut(name);
        } else if (check == null && line.has(Place.BACK) && !ContextMaker.isState(line)) {
            pruned++;
        } else {
            latest = check == null ? begin(name, by, line) : check;
            latest.line(by, line);
        }
    }

    private ContextCheck begin(String name, RecordedSettings by, JsonMembers line) {
        ContextCheck check = beginning.of(name, by, line);
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

    /**
     * Returns the propensities of all actions, those not chosen included, at the decision of the latest line.
     *
     * @return a probability per action, not to be changed, nor kept beyond the next line; null where {@link ContextCheck#propensities()}
     *     is, and where the context's lines before it are gone
     */
    public double @Nullable [] propensities() {
        return latest == null ? null : latest.propensities();
    }

    private static FamilyCheck result(String name, ContextCheck check) {
        ReplayCheck one = check.result();
        List<String> named =
                one.differences().stream().map(line -> name + ": " + line).toList();
        return new FamilyCheck(0, one.drawn(), one.learned(), one.skipped(), one.erased(), named);
    }

    /** Returns what has come of it so far, but for the shared prior. */
    FamilyCheck result() {
        FamilyCheck all = done.and(new FamilyCheck(
                checks.size() + cut.size() + forgotten.size(), 0, 0, pruned, forgottenLines, List.of()));
        for (Map.Entry<String, ContextCheck> each : checks.entrySet()) {
            all = all.and(result(each.getKey(), each.getValue()));
        }
        return all;
    }
}
