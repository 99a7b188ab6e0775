package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.json.TreeDifferences;
import kelvin.random.Seed;
import org.jspecify.annotations.Nullable;

/**
 * The complete state of a {@link DecisionMaker} at one moment; a decision maker restored from it continues identically.
 *
 * @param seed decides, with the id and the state, each choice
 * @param policy the text of the policy or learner, as {@code toString} gives it; that itself is in the {@link Settings}
 * @param version how often values, arms or the policy have changed
 * @param decisions how many have been made
 * @param counts what became of them and of their rewards
 * @param arms what is known of each action
 * @param remembered the latest decisions, oldest first
 * @param stopped the action that every decision is while the kill switch is on ({@link Guards#stop}); −1 while it is off
 * @param learner the state of the learner, as {@link kelvin.json.JsonState} saves it; null where there is none
 * @param explored the exploration of each group that has decided
 */
@Stability(MAY_CHANGE)
public record State(
        Seed seed,
        String policy,
        long version,
        long decisions,
        DecisionCounts counts,
        List<ActionEstimate> arms,
        List<RewardedDecision> remembered,
        int stopped,
        @Nullable Map<String, Object> learner,
        Map<Decision.Group, Guards.Counts> explored) {
    /** The value of {@link #stopped} while the kill switch is off. */
    static final int RUNNING = -1;

    public State {
        arms = List.copyOf(arms);
        remembered = List.copyOf(remembered);
        explored = Map.copyOf(explored);
    }

    /**
     * The state of a decision maker without a learner, while the kill switch is off, with no exploration counted.
     *
     * @param seed decides, with the id and the state, each choice
     * @param policy the policy's text, as {@code toString} gives it
     * @param version how often values, arms or the policy have changed
     * @param decisions how many have been made
     * @param counts what became of them and of their rewards
     * @param arms what is known of each action
     * @param remembered the latest decisions, oldest first
     */
    public State(
            Seed seed,
            String policy,
            long version,
            long decisions,
            DecisionCounts counts,
            List<ActionEstimate> arms,
            List<RewardedDecision> remembered) {
        this(seed, policy, version, decisions, counts, arms, remembered, RUNNING, null, Map.of());
    }

    /** Returns the state before the first policy is put in force. */
    static State initial(Settings rules) {
        Require.notNull("rules", rules);
        List<ActionEstimate> arms = Collections.nCopies(rules.arms(), ActionEstimate.prior(rules.initialValue(), 0));
        return new State(rules.seed(), "", 0, 0, DecisionCounts.NONE, arms, List.of()).named(rules.names());
    }

    /** Returns this state with names for its first arms; those that have one keep it. */
    State named(List<String> names) {
        List<ActionEstimate> named = ActionEstimate.named(arms, names);
        return new State(seed, policy, version, decisions, counts, named, remembered, stopped, learner, explored);
    }

    /**
     * Returns this state with one number changed, so that a line follows from it that does not from this state.
     *
     * @param member the number: the step of a decision, the version after a line, or the arms before it
     * @param found the number that the line has
     * @param wanted the one that would follow from this state
     */
    State before(String member, long found, long wanted) {
        List<ActionEstimate> all = new ArrayList<>(arms);
        while (member.equals("arms") && all.size() < found) {
            all.add(ActionEstimate.prior(0, 0).withOpen(false));
        }
        long versionThen = member.equals("version") ? version + found - wanted : version;
        long step = member.equals("step") ? found - 1 : decisions;
        return new State(seed, policy, versionThen, step, counts, all, remembered, stopped, learner, explored);
    }

    /**
     * Saves the state as JSON with a checksum, by an atomic write. The file is written beside its name, forced to disk
     * and moved onto it, so that there is a whole file under the name at any moment.
     *
     * @param file where to
     * @throws IOException if it cannot be written; a file of that name is then as it was
     */
    public void save(Path file) throws IOException {
        new Snapshot(this, null, null).write(file);
    }

    /**
     * Loads a state, exact to the last bit.
     *
     * @param file a file that {@link #save} wrote
     * @return the state
     * @throws kelvin.decision.journal.DamagedFile if it is truncated, edited, or of another format
     * @throws IOException if it cannot be read
     */
    public static State load(Path file) throws IOException {
        return Snapshot.read(file).state();
    }

    /**
     * Lists what differs between two states.
     *
     * @param a one state
     * @param b another
     * @return a line for each difference, such as {@code arms[2].value: 0.5 and 0.25}; empty if they are equal
     */
    public static List<String> compare(State a, State b) {
        return TreeDifferences.of("", StateTree.of(a), StateTree.of(b)).stream()
                .map(each -> each.path() + ": " + shown(each.before()) + " and " + shown(each.after()))
                .toList();
    }

    private static Object shown(@Nullable Object value) {
        return value == null ? "nothing" : value;
    }
}
