package kelvin.comparison;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kelvin.json.Json;
import kelvin.metric.Decimals;
import kelvin.yaml.SourceLocation;
import org.jspecify.annotations.Nullable;

/**
 * A place at which trees of values differ.
 *
 * @param path the keys that lead to it, joined by dots
 * @param values the value of each tree there, in words
 */
record ValueDifference(String path, List<String> values) {
    /** Lists where trees differ, as deep as their keys agree. */
    static List<ValueDifference> between(String path, List<? extends @Nullable Object> trees) {
        if (trees.stream().map(ValueDifference::canonical).distinct().count() == 1) {
            return List.of();
        }
        Set<Object> keys = new LinkedHashSet<>();
        for (Object tree : trees) {
            if (!(tree instanceof Map<?, ?> map) || !(keys.isEmpty() || keys.equals(map.keySet()))) {
                return List.of(new ValueDifference(
                        path, trees.stream().map(ValueDifference::inWords).toList()));
            }
            keys.addAll(map.keySet());
        }
        List<ValueDifference> all = new ArrayList<>();
        for (Object key : keys) {
            List<@Nullable Object> values = new ArrayList<>();
            trees.forEach(tree -> values.add(((Map<?, ?>) Objects.requireNonNull(tree)).get(key)));
            all.addAll(between(path.isEmpty() ? String.valueOf(key) : path + "." + key, values));
        }
        return all;
    }

    /** Says which folder has which value: "seed: 1 in a, 2 in b". */
    String sentence(List<String> names) {
        return path + ": "
                + IntStream.range(0, names.size())
                        .mapToObj(i -> values.get(i) + " in " + names.get(i))
                        .collect(Collectors.joining(", "));
    }

    private static String canonical(@Nullable Object tree) {
        return tree == null ? "" : Json.canonical(tree);
    }

    /** Returns a number in full, a component by its name, and anything else as shortened JSON. */
    private static String inWords(@Nullable Object value) {
        if (value == null) {
            return "none";
        } else if (value instanceof Double number) {
            return Decimals.value(number);
        } else if (value instanceof Map<?, ?> map && map.size() == 1) {
            return String.valueOf(map.keySet().iterator().next());
        }
        return value instanceof Map || value instanceof List
                ? SourceLocation.shorten(Json.canonical(value))
                : String.valueOf(value);
    }
}
