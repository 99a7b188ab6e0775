package kelvin.decision;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.decision.journal.JsonMembers;
import kelvin.random.Seed;
import org.jspecify.annotations.Nullable;

/** Converts states to trees of maps and lists, which JSON can hold, and back. */
final class StateTree {
    /** The word, in the row of a decision, for a reward that is still being gathered. */
    private static final String GATHERED = RewardOutcome.GATHERED.word();

    private StateTree() {}

    static Map<String, @Nullable Object> of(State state) {
        Map<String, @Nullable Object> tree = withoutDecisions(state);
        tree.put("remembered", state.remembered().stream().map(StateTree::of).toList());
        return tree;
    }

    /** Returns the tree without the recent decisions, of which there may be many. */
    static Map<String, @Nullable Object> withoutDecisions(State state) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("seed", List.of(state.seed().high(), state.seed().low()));
        tree.put("policy", state.policy());
        tree.put("version", state.version());
        tree.put("decisions", state.decisions());
        if (state.stopped() >= 0) {
            tree.put("stopped", (long) state.stopped());
        }
        tree.put("counts", of(state.counts()));
        tree.put("arms", state.arms().stream().map(StateTree::of).toList());
        if (state.learner() != null) {
            tree.put("learner", state.learner());
        }
        if (!state.explored().isEmpty()) {
            tree.put("explored", explored(state.explored()));
        }
        return tree;
    }

    private static Map<String, Object> explored(Map<Decision.Group, Guards.Counts> explored) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Decision.Group group : Decision.Group.values()) {
            Guards.Counts counts = explored.get(group);
            if (counts != null) {
                tree.put(group.word(), List.of(counts.decisions(), counts.exploring(), counts.expectedLoss()));
            }
        }
        return tree;
    }

    private static Map<Decision.Group, Guards.Counts> explored(JsonMembers tree) {
        Map<Decision.Group, Guards.Counts> explored = new EnumMap<>(Decision.Group.class);
        for (Object word : tree.map().keySet()) {
            Decision.Group group = Decision.Group.of(String.valueOf(word));
            List<Object> numbers = tree.list(group.word());
            if (numbers.size() != 3
                    || !(numbers.get(0) instanceof Long decisions)
                    || !(numbers.get(1) instanceof Long exploring)
                    || !(numbers.get(2) instanceof Double loss)) {
                throw new IllegalArgumentException("explored: found " + numbers
                        + ", must be [decisions, exploring decisions, their expected loss]");
            }
            explored.put(group, new Guards.Counts(decisions, exploring, loss));
        }
        return explored;
    }

    private static Map<String, Object> of(DecisionCounts counts) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("learned", counts.learned());
        tree.put("duplicate", counts.duplicate());
        tree.put("expired", counts.expired());
        tree.put("unknown", counts.unknown());
        tree.put("forgottenByNumber", counts.forgottenByNumber());
        tree.put("forgottenByAge", counts.forgottenByAge());
        tree.put("forgottenByBytes", counts.forgottenByBytes());
        tree.put("defaulted", counts.defaulted());
        tree.put("late", counts.late());
        tree.put("gathered", counts.gathered());
        tree.put("settled", counts.settled());
        return tree;
    }

    private static Map<String, Object> of(ActionEstimate arm) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("value", arm.value());
        tree.put("sum", arm.sum());
        tree.put("count", arm.count());
        tree.put("open", arm.open());
        if (arm.name() != null) {
            tree.put("name", arm.name());
        }
        return tree;
    }

    /** Converts a decision to one line without keys, since there may be a million of them. */
    static List<@Nullable Object> of(RewardedDecision remembered) {
        Decision decision = remembered.decision();
        List<@Nullable Object> row = new ArrayList<>(
                List.of(decision.id(), decision.step(), decision.time(), decision.version(), (long) decision.action()));
        row.add(Double.isNaN(decision.propensity()) ? null : (Double) decision.propensity());
        if (remembered.reward() != null) {
            row.add(remembered.reward());
        }
        if (remembered.gathered()) {
            row.add(GATHERED);
        }
        if (decision.group() != Decision.Group.TREATMENT) {
            row.add(decision.group().word());
        }
        Decision.Acted acted = decision.acted();
        if (acted != null) {
            row.add(
                    Double.isNaN(acted.propensity())
                            ? List.of((long) acted.action())
                            : List.of((long) acted.action(), acted.propensity()));
        }
        if (remembered.defaulted()) {
            row.add(true);
        }
        if (decision.slate() != null) {
            Map<String, Object> slate = decision.slate().tree();
            slate.put(
                    "rewards",
                    remembered.items().stream().map(RewardedDecision.Item::row).toList());
            row.add(slate);
        }
        return row;
    }

    static RewardedDecision remembered(@Nullable Object row) {
        if (row instanceof List<?> list
                && list.size() >= 6
                && list.get(0) instanceof String id
                && list.get(1) instanceof Long step
                && list.get(2) instanceof Long time
                && list.get(3) instanceof Long version
                && list.get(4) instanceof Long action
                && (list.get(5) == null || list.get(5) instanceof Double)) {
            double propensity = list.get(5) instanceof Double number ? number : Double.NaN;
            Double reward = null;
            Decision.Group group = Decision.Group.TREATMENT;
            Decision.Acted acted = null;
            boolean defaulted = false;
            boolean gathered = false;
            Decision.Slate slate = null;
            List<RewardedDecision.Item> items = List.of();
            for (Object each : list.subList(6, list.size())) {
                if (each instanceof Double number && reward == null) {
                    reward = number;
                } else if (GATHERED.equals(each) && reward != null) {
                    gathered = true;
                } else if (each instanceof String word) {
                    group = Decision.Group.of(word);
                } else if (Boolean.TRUE.equals(each) && reward != null) {
                    defaulted = true;
                } else if (each instanceof Map<?, ?> members) {
                    JsonMembers tree = new JsonMembers(members);
                    slate = Decision.Slate.of(tree);
                    items = tree.list("rewards").stream()
                            .map(RewardedDecision.Item::of)
                            .toList();
                } else {
                    acted = acted(each, row);
                }
            }
            return new RewardedDecision(
                    new Decision(id, Math.toIntExact(action), propensity, version, step, time, group, acted, slate),
                    reward,
                    defaulted,
                    gathered,
                    items);
        }
        throw notRemembered(row);
    }

    private static Decision.Acted acted(@Nullable Object pair, Object row) {
        if (pair instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof Long action) {
            double propensity = list.size() == 2 && list.get(1) instanceof Double number ? number : Double.NaN;
            return new Decision.Acted(Math.toIntExact(action), propensity);
        }
        throw notRemembered(row);
    }

    private static IllegalArgumentException notRemembered(@Nullable Object row) {
        return new IllegalArgumentException("remembered: found " + row
                + ", must be [id, step, time, version, action, propensity], and then reward, gathered, group, [action taken,"
                + " its propensity], true for a default reward, and the slate, if any");
    }

    static State state(JsonMembers tree, List<RewardedDecision> remembered) {
        List<Object> seed = tree.list("seed");
        if (seed.size() != 2 || !(seed.get(0) instanceof Long high) || !(seed.get(1) instanceof Long low)) {
            throw new IllegalArgumentException("seed = " + seed + ", must be two whole numbers");
        }
        JsonMembers counts = tree.fields("counts");
        return new State(
                new Seed(high, low),
                tree.text("policy"),
                tree.whole("version"),
                tree.whole("decisions"),
                new DecisionCounts(
                        counts.whole("learned"),
                        counts.whole("duplicate"),
                        counts.whole("expired"),
                        counts.whole("unknown"),
                        counts.whole("forgottenByNumber"),
                        counts.whole("forgottenByAge"),
                        counts.whole("forgottenByBytes"),
                        counts.has("defaulted") ? counts.whole("defaulted") : 0,
                        counts.has("late") ? counts.whole("late") : 0,
                        counts.has("gathered") ? counts.whole("gathered") : 0,
                        counts.has("settled") ? counts.whole("settled") : 0),
                arms(tree),
                remembered,
                tree.has("stopped") ? Math.toIntExact(tree.whole("stopped")) : State.RUNNING,
                tree.has("learner") ? tree.fields("learner").named() : null,
                tree.has("explored") ? explored(tree.fields("explored")) : Map.of());
    }

    /** Returns the state that a state record of a journal holds. */
    static State state(JsonMembers line) {
        JsonMembers tree = line.fields(JournalRecord.OF);
        return state(
                tree,
                tree.list("remembered").stream().map(StateTree::remembered).toList());
    }

    /** Returns the arms of the state that a state record of a journal holds. */
    static List<ActionEstimate> armsOf(JsonMembers line) {
        return arms(line.fields(JournalRecord.OF));
    }

    private static List<ActionEstimate> arms(JsonMembers state) {
        return state.list("arms").stream()
                .map(JsonMembers::of)
                .map(StateTree::arm)
                .toList();
    }

    static ActionEstimate arm(JsonMembers tree) {
        return new ActionEstimate(
                tree.real("value"),
                tree.real("sum"),
                tree.whole("count"),
                tree.truth("open"),
                tree.has("name") ? tree.text("name") : null);
    }

    /** Returns the request that a decision record answers. */
    static Request request(JsonMembers tree) {
        return new Request(tree.text(JournalRecord.DECISION), tree.actions("open"), tree.reals("scores"), null);
    }

    static Decision decision(JsonMembers tree) {
        Decision.Slate slate = Decision.Slate.of(tree);
        return new Decision(
                tree.text("decision"),
                slate != null ? Decision.SLATE : Math.toIntExact(tree.whole("action")),
                slate != null ? Double.NaN : tree.realOrNaN("propensity"),
                tree.whole("version"),
                tree.whole("step"),
                tree.whole("time"),
                tree.has("group") ? Decision.Group.of(tree.text("group")) : Decision.Group.TREATMENT,
                tree.has("acted")
                        ? new Decision.Acted(
                                Math.toIntExact(tree.whole("acted")),
                                tree.has("actedPropensity") ? tree.real("actedPropensity") : Double.NaN)
                        : null,
                slate);
    }
}
