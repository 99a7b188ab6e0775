package kelvin.decision;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.random.Seed;
import org.jspecify.annotations.Nullable;

/** States as trees of maps and lists, which JSON can hold, and back. */
final class StateTree {
    private StateTree() {}

    static Map<String, @Nullable Object> of(State state) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        tree.put("seed", List.of(state.seed().high(), state.seed().low()));
        tree.put("policy", state.policy());
        tree.put("version", state.version());
        tree.put("decisions", state.decisions());
        tree.put("counts", of(state.counts()));
        tree.put("arms", state.arms().stream().map(StateTree::of).toList());
        tree.put("remembered", state.remembered().stream().map(StateTree::of).toList());
        return tree;
    }

    private static Map<String, Object> of(Counts counts) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("learned", counts.learned());
        tree.put("duplicate", counts.duplicate());
        tree.put("expired", counts.expired());
        tree.put("unknown", counts.unknown());
        tree.put("forgotten", counts.forgottenByNumber());
        tree.put("forgottenByAge", counts.forgottenByAge());
        tree.put("forgottenByBytes", counts.forgottenByBytes());
        return tree;
    }

    private static Map<String, Object> of(Arm arm) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("value", arm.value());
        tree.put("sum", arm.sum());
        tree.put("count", arm.count());
        tree.put("open", arm.open());
        return tree;
    }

    private static Map<String, @Nullable Object> of(Remembered remembered) {
        Map<String, @Nullable Object> tree = new LinkedHashMap<>();
        Decision decision = remembered.decision();
        tree.put("decision", decision.id());
        tree.put("step", decision.step());
        tree.put("time", decision.time());
        tree.put("version", decision.version());
        tree.put("action", (long) decision.action());
        tree.put("propensity", decision.propensity());
        tree.put("reward", remembered.reward());
        return tree;
    }

    static State state(Fields tree) {
        List<Object> seed = tree.list("seed");
        if (seed.size() != 2 || !(seed.get(0) instanceof Long high) || !(seed.get(1) instanceof Long low)) {
            throw new IllegalArgumentException("seed = " + seed + ", must be two whole numbers");
        }
        Fields counts = tree.fields("counts");
        return new State(
                new Seed(high, low),
                tree.text("policy"),
                tree.whole("version"),
                tree.whole("decisions"),
                new Counts(
                        counts.whole("learned"),
                        counts.whole("duplicate"),
                        counts.whole("expired"),
                        counts.whole("unknown"),
                        counts.whole("forgotten"),
                        counts.whole("forgottenByAge"),
                        counts.whole("forgottenByBytes")),
                tree.list("arms").stream().map(Fields::of).map(StateTree::arm).toList(),
                tree.list("remembered").stream()
                        .map(Fields::of)
                        .map(each -> new Remembered(decision(each), each.realOrNull("reward")))
                        .toList());
    }

    static Arm arm(Fields tree) {
        return new Arm(tree.real("value"), tree.real("sum"), tree.whole("count"), tree.truth("open"));
    }

    static Decision decision(Fields tree) {
        return new Decision(
                tree.text("decision"),
                Math.toIntExact(tree.whole("action")),
                tree.real("propensity"),
                tree.whole("version"),
                tree.whole("step"),
                tree.whole("time"));
    }
}
