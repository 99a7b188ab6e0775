package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kelvin.contract.Stability;
import kelvin.decision.journal.HashChain;
import kelvin.decision.journal.JsonMembers;
import org.jspecify.annotations.Nullable;

/**
 * Draws decisions again line by line, as {@link ReplayCheck} does for a folder: those of one context of a journal that many share, or of a
 * decision maker that is alone.
 */
@Stability(MAY_CHANGE)
public final class ContextCheck {
    private final String name;
    private final ReplayCheck.Drawer drawer;
    private @Nullable RecordedSettings latest;

    /**
     * Begins at the first line of a context, or at a state record.
     *
     * @param name the context's name
     * @param rules the family's settings that the line was written by
     * @param line its first line
     * @param given the family's settings, as for {@link ReplayCheck#of}
     */
    public ContextCheck(String name, RecordedSettings rules, JsonMembers line, Settings... given) {
        this.name = name;
        Map<RecordedSettings, Settings> known = new HashMap<>();
        for (Settings each : given) {
            Settings of = each.seed(each.seed().child(name));
            known.put(RecordedSettings.of(of).running(), of);
        }
        drawer = new ReplayCheck.Drawer(
                begin(name, rules, line), section -> known.get(section.running()), known.values());
    }

    /**
     * Begins at the first line of a context, or at a state record, with settings that their texts tell.
     *
     * @param name the context's name
     * @param rules the family's settings that the line was written by
     * @param line its first line
     * @param texts finds policies, learners and step sizes
     */
    public ContextCheck(String name, RecordedSettings rules, JsonMembers line, ReplayCheck.Texts texts) {
        this.name = name;
        drawer = new ReplayCheck.Drawer(begin(name, rules, line), section -> section.rebuilt(texts), List.of());
    }

    private ContextCheck(ReplayCheck.Drawer drawer) {
        this.name = "";
        this.drawer = drawer;
    }

    /**
     * Begins at the oldest state of a decision maker that is alone, with settings that their texts tell.
     *
     * @param folder its folder
     * @param texts finds policies, learners and step sizes
     * @return a check for {@link #line(JsonMembers)}
     * @throws IOException if the state cannot be read
     */
    public static ContextCheck alone(Path folder, ReplayCheck.Texts texts) throws IOException {
        Snapshot start = StateFiles.oldest(folder).snapshot();
        return new ContextCheck(new ReplayCheck.Drawer(start, section -> section.rebuilt(texts), List.of()));
    }

    /**
     * Takes the next line of a decision maker that is alone.
     *
     * @param line the line
     */
    public void line(JsonMembers line) {
        drawer.line(line);
    }

    /**
     * Returns the propensities of all actions, those not chosen included, at the decision of the latest line.
     *
     * @return a probability per action, not to be changed, nor kept beyond the next line; null if the line is no decision that came out
     *     as recorded, or its probabilities have no closed form
     */
    public double @Nullable [] propensities() {
        return drawer.propensities();
    }

    private static Snapshot begin(String name, RecordedSettings rules, JsonMembers line) {
        RecordedSettings own = rules.of(name);
        return new Snapshot(ContextMaker.isState(line) ? StateTree.state(line) : own.initial(), own, HashChain.FIRST);
    }

    /**
     * Takes the next line, from the first on.
     *
     * @param rules the family's settings that it was written by
     * @param line its members
     * @throws IllegalArgumentException if a line is missing before it
     */
    public void line(RecordedSettings rules, JsonMembers line) {
        if (!rules.equals(latest)) {
            latest = rules;
            drawer.section(rules.of(name));
        }
        drawer.line(line);
    }

    /**
     * Returns what has come of it so far.
     *
     * @return the counts and differences
     */
    public ReplayCheck result() {
        return drawer.result();
    }
}
