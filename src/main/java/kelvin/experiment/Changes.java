package kelvin.experiment;

import static kelvin.contract.Stability.Level.MAY_CHANGE;
import static kelvin.experiment.LearnerMatches.LEARNERS;
import static kelvin.experiment.LearnerMatches.STREAMS;
import static kelvin.experiment.LearnerMatches.map;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kelvin.contract.LabelList;
import kelvin.contract.Stability;
import kelvin.json.Json;
import kelvin.json.TreeDifferences;
import kelvin.simulation.ReplicationPlan;
import kelvin.simulation.StoppingRule;
import kelvin.yaml.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * The changes from the experiment whose results are stored to the one that is wanted: words, learners that were renamed, left out or
 * added, and values that other results would come from.
 */
@Stability(MAY_CHANGE)
public final class Changes {
    private static final String BASELINE = "baseline";
    private static final String REPETITIONS = "repetitions";
    private static final String SWEEP = "sweep";
    private static final Set<String> WORDS = Set.of("question", "chart");
    private static final String OF_LABEL = " of ";
    private static final String SHORT = ".ValueLearner.policy.";
    private static final int MAX_VALUES_TOLD = 3;

    private final int held;
    private final SourceLocation place;
    private final Experiment wanted;
    private final Map<?, ?> before;
    private final Map<?, ?> after;
    private final LearnerMatches learners;
    private final List<String> words = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private boolean unplayed;

    private Changes(Map<?, ?> values, int held, SourceLocation place, Experiment wanted) {
        this.held = held;
        this.place = place;
        this.wanted = wanted;
        before = parsed(values);
        after = parsed(Catalog.tree(wanted));
        learners = LearnerMatches.of(before, wanted, map(after, LEARNERS));
    }

    /**
     * Compares stored results with an experiment.
     *
     * @param values the values that the results came from, a tree like {@link Catalog#tree}'s
     * @param held how many repetitions the results have of each learner
     * @param place where the values stand, for errors
     * @param wanted the experiment
     * @return the changes
     * @throws kelvin.yaml.BadInput if a path of the stored sweep is none
     */
    public static Changes of(Map<?, ?> values, int held, SourceLocation place, Experiment wanted) {
        Changes changes = new Changes(values, held, place, wanted);
        changes.compare();
        return changes;
    }

    /** Returns the tree as JSON gives it back, so that equal numbers are equal. */
    private static Map<?, ?> parsed(Object tree) {
        return Json.parse(Json.pretty(tree)) instanceof Map<?, ?> map ? map : Map.of();
    }

    private void compare() {
        compareLearners();
        Set<Object> keys = new HashSet<>(before.keySet());
        keys.removeAll(List.of(LEARNERS, STREAMS, BASELINE, REPETITIONS, SWEEP));
        Set<String> others = new TreeSet<>();
        keys.forEach(key -> others.add(String.valueOf(key)));
        after.keySet().stream()
                .map(String::valueOf)
                .filter(key -> !before.containsKey(key))
                .filter(key -> !List.of(STREAMS, SWEEP).contains(key))
                .forEach(others::add);
        for (String key : others) {
            if (!WORDS.contains(key)) {
                compare(key, before.get(key), after.get(key));
            } else if (!Objects.equals(before.get(key), after.get(key))) {
                words.add(key + " changed");
            }
        }
        compareBaseline();
        compareRepetitions();
        compareSweep();
    }

    private void compare(String path, @Nullable Object one, @Nullable Object other) {
        TreeDifferences.of(path, one, other).forEach(each -> values.add(told(each)));
    }

    private static String told(TreeDifferences.Difference each) {
        String path = each.path().replace(SHORT, ".");
        if (each.before() == null) {
            return path + " is new, " + shown(each.after());
        }
        return path + " was " + shown(each.before())
                + (each.after() == null ? " and is gone" : " and is now " + shown(each.after()));
    }

    private static String shown(@Nullable Object value) {
        return value instanceof String text
                ? "'" + SourceLocation.shorten(text) + "'"
                : SourceLocation.shorten(String.valueOf(value == null ? "" : Json.canonical(value)));
    }

    private void compareLearners() {
        learners.changed()
                .forEach(label -> compare(
                        TreeDifferences.key(LEARNERS, label),
                        map(before, LEARNERS).get(label),
                        map(after, LEARNERS).get(label)));
        learners.redrawn()
                .forEach(label -> values.add(told(new TreeDifferences.Difference(
                        TreeDifferences.key(STREAMS, label),
                        LearnerMatches.stream(before, label),
                        wanted.stream(label)))));
        if (learners.now().isEmpty()) {
            values.add("learners were " + LabelList.of(learners.leftOut()) + ", of which none is left");
        }
        words.addAll(learners.words());
        unplayed = !learners.added().isEmpty();
    }

    private void compareBaseline() {
        String label = String.valueOf(before.get(BASELINE));
        if (!wanted.baseline().equals(learners.now().get(label))) {
            words.add("compared with '" + wanted.baseline() + "' instead of '" + label + "'");
            unplayed = true;
        }
    }

    private void compareRepetitions() {
        Object kept = renamed(before.get(REPETITIONS));
        if (!Objects.equals(kept, after.get(REPETITIONS))) {
            if (isExtended(kept, wanted.repetitions())) {
                unplayed = true;
            } else {
                compare(REPETITIONS, kept, after.get(REPETITIONS));
            }
        }
        unplayed |= fewer() && wanted.repetitions() instanceof StoppingRule;
    }

    /** Returns the plan with the label in its question as it is now. */
    private @Nullable Object renamed(@Nullable Object plan) {
        if (plan instanceof Map<?, ?> map
                && map.get(StoppingRule.UNTIL) instanceof Map<?, ?> until
                && until.get("of") instanceof String of
                && of.contains(OF_LABEL)) {
            String label = of.substring(of.indexOf(OF_LABEL) + OF_LABEL.length());
            Map<Object, Object> copy = new HashMap<>(until);
            copy.put(
                    "of",
                    of.substring(0, of.length() - label.length())
                            + learners.now().getOrDefault(label, label));
            return Map.of(StoppingRule.UNTIL, copy);
        }
        return plan;
    }

    /** Returns whether a plan is certain to play as many repetitions as are stored. */
    private boolean isExtended(@Nullable Object kept, ReplicationPlan plan) {
        return plan.ends()[0] >= held
                || (plan instanceof StoppingRule until
                        && kept instanceof Map<?, ?> map
                        && map.get(StoppingRule.UNTIL) instanceof Map<?, ?> rule
                        && until.of().equals(rule.get("of"))
                        && rule.get("min") instanceof Number min
                        && min.intValue() == until.min()
                        && rule.get("halfWidth") instanceof Number width
                        && width.doubleValue() >= until.halfWidth()
                        && rule.get("max") instanceof Number max
                        && max.intValue() <= until.max());
    }

    private void compareSweep() {
        Map<String, Map<List<String>, Object>> kept = learners.sweep(map(before, SWEEP), place);
        Map<String, Map<List<String>, Object>> now = LearnerMatches.paths(map(after, SWEEP), place);
        if (!kept.equals(now)) {
            compare(SWEEP, map(before, SWEEP), map(after, SWEEP));
        }
        Map<String, Map<List<String>, Object>> all = LearnerMatches.paths(map(before, SWEEP), place);
        unplayed |= !kept.isEmpty() && !points(all).equals(points(kept));
    }

    /** Returns the values of each axis. */
    private static Map<String, Set<Object>> points(Map<String, Map<List<String>, Object>> sweep) {
        Map<String, Set<Object>> points = new LinkedHashMap<>();
        sweep.forEach((axis, paths) -> {
            Set<Object> some = new HashSet<>();
            paths.values().forEach(list -> some.addAll(list instanceof Collection<?> numbers ? numbers : List.of()));
            points.put(axis, some);
        });
        return points;
    }

    /**
     * Returns which values differ from which other results come.
     *
     * @return some of them in words, with both values; empty if none do
     */
    public Optional<String> values() {
        if (values.isEmpty()) {
            return Optional.empty();
        }
        String some = String.join("; ", values.subList(0, Math.min(MAX_VALUES_TOLD, values.size())));
        int more = values.size() - MAX_VALUES_TOLD;
        return Optional.of(more > 0 ? some + "; and " + more + " more" : some);
    }

    /**
     * Returns what is called otherwise, shown otherwise or left out.
     *
     * @return each change in words
     */
    public List<String> words() {
        return Collections.unmodifiableList(words);
    }

    /**
     * Returns whether results are needed that the stored ones may not have: of further learners or repetitions, or compared with
     * another baseline.
     *
     * @return false if everything that is wanted is stored
     */
    public boolean unplayed() {
        return unplayed;
    }

    /**
     * Returns the learners whose results are kept.
     *
     * @return the labels now by the labels in the results, in the order of the experiment
     */
    public Map<String, String> learners() {
        return learners.now();
    }

    /**
     * Returns whether a learner has another label than in the results.
     *
     * @return true if one was renamed
     */
    public boolean renamed() {
        return learners.now().entrySet().stream()
                .anyMatch(label -> !label.getKey().equals(label.getValue()));
    }

    /**
     * Returns whether the experiment has the learners of the results and no others, under the same labels and in the same order.
     *
     * @return true if their results can stay as they are
     */
    public boolean sameLearners() {
        return learners.words().isEmpty() && learners.added().isEmpty();
    }

    /**
     * Returns whether results have learners that the experiment leaves out.
     *
     * @return true if it has fewer
     */
    public boolean fewer() {
        return !learners.leftOut().isEmpty();
    }

    /**
     * Returns the names of random streams with which everything that is kept comes out again.
     *
     * @return the name of the stream of each learner of the experiment, by label
     */
    public Map<String, String> streams() {
        return learners.streams();
    }
}
