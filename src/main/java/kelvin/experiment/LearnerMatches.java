package kelvin.experiment;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import kelvin.yaml.SourceLocation;

/**
 * The learners of stored results that an experiment has too.
 *
 * <p>A learner is the same if it has the same label and the same parameters. One whose label is gone is the first of the new
 * labels, in the order of the experiment, that has just its parameters: it was renamed, and keeps its random stream.
 *
 * @param now the labels now by the labels in the results, in the order of the experiment
 * @param leftOut the labels in the results that the experiment has not
 * @param added the labels that only the experiment has
 * @param changed the labels whose parameters differ
 * @param redrawn the labels for which the experiment names another random stream
 * @param streams the names of the random streams of all learners of the experiment, by label
 * @param words what was renamed, left out or moved, in words
 */
record LearnerMatches(
        Map<String, String> now,
        List<String> leftOut,
        List<String> added,
        List<String> changed,
        List<String> redrawn,
        Map<String, String> streams,
        List<String> words) {
    static final String LEARNERS = "learners";
    static final String STREAMS = "streams";

    /**
     * Matches learners.
     *
     * @param kept the values that the results came from
     * @param wanted the experiment
     * @param after its learners as a tree
     */
    static LearnerMatches of(Map<?, ?> kept, Experiment wanted, Map<?, ?> after) {
        Map<?, ?> before = map(kept, LEARNERS);
        List<String> gone = labels(before);
        gone.removeAll(wanted.learners().keySet());
        List<String> added = new ArrayList<>();
        List<String> changed = new ArrayList<>();
        List<String> redrawn = new ArrayList<>();
        List<String> words = new ArrayList<>();
        Map<String, String> now = new LinkedHashMap<>();
        Map<String, String> streams = new LinkedHashMap<>();
        for (String label : wanted.learners().keySet()) {
            Object learner = after.get(label);
            Optional<String> named = Optional.ofNullable(wanted.streams().get(label));
            Optional<String> renamed = gone.stream()
                    .filter(old -> Objects.equals(before.get(old), learner))
                    .filter(old -> named.isEmpty() || named.get().equals(stream(kept, old)))
                    .findFirst();
            if (before.containsKey(label)) {
                now.put(label, label);
                streams.put(label, stream(kept, label));
                if (!Objects.equals(before.get(label), learner)) {
                    changed.add(label);
                } else if (named.isPresent() && !named.get().equals(stream(kept, label))) {
                    redrawn.add(label);
                }
            } else if (renamed.isPresent()) {
                String old = renamed.get();
                gone.remove(old);
                now.put(old, label);
                streams.put(label, stream(kept, old));
                words.add("'" + old + "' renamed '" + label + "'");
            } else {
                added.add(label);
            }
        }
        added.forEach(label -> {
            String name = wanted.stream(label);
            if (wanted.streams().containsKey(label) && streams.containsValue(name)) {
                redrawn.add(label);
            }
            streams.put(label, free(name, streams));
        });
        gone.forEach(label -> words.add("'" + label + "' left out"));
        List<String> order = labels(before);
        order.retainAll(now.keySet());
        if (!order.equals(List.copyOf(now.keySet()))) {
            words.add("learners in another order");
        }
        return new LearnerMatches(now, List.copyOf(gone), added, changed, redrawn, streams, words);
    }

    static Map<?, ?> map(Map<?, ?> tree, String key) {
        return tree.get(key) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static List<String> labels(Map<?, ?> learners) {
        return learners.keySet().stream().map(String::valueOf).collect(Collectors.toCollection(ArrayList::new));
    }

    /** Returns the name of the random stream that a learner was played with. */
    static String stream(Map<?, ?> kept, String label) {
        return map(kept, STREAMS).get(label) instanceof String name ? name : label;
    }

    /** Returns a name that no learner draws from: where one of them was renamed and still has it, the label that it has instead. */
    static String free(String name, Map<String, String> streams) {
        return streams.entrySet().stream()
                .filter(stream -> stream.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst()
                .map(label -> free(label, streams))
                .orElse(name);
    }

    /** Returns the paths of a sweep with their values, by axis. */
    static Map<String, Map<List<String>, Object>> paths(Map<?, ?> sweep, SourceLocation place) {
        Map<String, Map<List<String>, Object>> axes = new LinkedHashMap<>();
        sweep.forEach((axis, paths) -> {
            if (paths instanceof Map<?, ?> all) {
                all.forEach((path, values) -> axes.computeIfAbsent(String.valueOf(axis), key -> new LinkedHashMap<>())
                        .put(ComponentPath.parse(String.valueOf(path), place).names(), values));
            }
        });
        return axes;
    }

    /** Returns the paths of a sweep of the results as the experiment has them, with the labels now, without learners that are left out. */
    Map<String, Map<List<String>, Object>> sweep(Map<?, ?> stored, SourceLocation place) {
        Map<String, Map<List<String>, Object>> axes = paths(stored, place);
        axes.replaceAll((axis, paths) -> {
            Map<List<String>, Object> kept = new LinkedHashMap<>();
            paths.forEach((path, values) -> relabelled(path).ifPresent(there -> kept.put(there, values)));
            return kept;
        });
        axes.values().removeIf(Map::isEmpty);
        return axes;
    }

    private Optional<List<String>> relabelled(List<String> path) {
        if (path.size() < 2 || !path.get(0).equals(LEARNERS)) {
            return Optional.of(path);
        }
        return Optional.ofNullable(now.get(path.get(1))).map(label -> {
            List<String> there = new ArrayList<>(path);
            there.set(1, label);
            return there;
        });
    }
}
