package kelvin.experiment;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kelvin.contract.Stability;
import kelvin.yaml.BadInput;
import kelvin.yaml.NearestName;
import kelvin.yaml.SourceLocation;

/**
 * The way to a number of an experiment, written as errors write it: {@code learners.'softmax 0.1'.Softmax.temperature}, or
 * {@code testbed.FixedTestbed.arms[0].Bernoulli.p}. The layer between a learner's label and its policy need not be named.
 *
 * @param names keys, and indices from 0
 */
@Stability(MAY_CHANGE)
public record ComponentPath(List<String> names) {
    private static final Pattern NAME = Pattern.compile("\\.?(?:'([^']*)'|\\[([0-9]+)\\]|([^.\\['\\]]+))");
    private static final String SHORT = "ValueLearner";

    /**
     * Parses a path.
     *
     * @param text keys with dots between them, in quotes where they are no plain names, and indices in brackets
     * @param place the place of the text, for errors
     * @return the path
     * @throws BadInput if it is no path
     */
    public static ComponentPath parse(String text, SourceLocation place) {
        Matcher matcher = NAME.matcher(text);
        List<String> names = new ArrayList<>();
        int end = 0;
        while (matcher.lookingAt()) {
            String quoted = matcher.group(1);
            String index = matcher.group(2);
            names.add(quoted != null ? quoted : index != null ? index : matcher.group(3));
            end = matcher.end();
            matcher.region(end, text.length());
        }
        if (names.isEmpty() || end < text.length()) {
            throw place.error("found the path '" + SourceLocation.shorten(text)
                    + "', must be keys with dots between them, such as learners.'softmax 0.1'.Softmax.temperature");
        }
        return new ComponentPath(names);
    }

    /** Returns the tree with another number at the end of this path; the nodes on the way are copied. */
    public Object set(Object tree, double value, SourceLocation place) {
        return set(tree, 0, value, place);
    }

    private Object set(Object tree, int depth, double value, SourceLocation place) {
        if (depth == names.size()) {
            return value;
        }
        String name = names.get(depth);
        if (tree instanceof List<?> list) {
            List<Object> copy = new ArrayList<>(list);
            int index = name.matches("[0-9]{1,9}") ? Integer.parseInt(name) : copy.size();
            if (index >= copy.size()) {
                throw missing(depth, "an index below " + copy.size(), place);
            }
            copy.set(index, set(copy.get(index), depth + 1, value, place));
            return copy;
        } else if (!(tree instanceof Map<?, ?> map)) {
            throw missing(depth, "the end of the path", place);
        } else if (!map.containsKey(name) && map.get(SHORT) instanceof Map<?, ?> values) {
            Map<Object, Object> copy = new LinkedHashMap<>(values);
            copy.computeIfPresent("policy", (key, policy) -> set(policy, depth, value, place));
            return Map.of(SHORT, copy);
        } else if (!map.containsKey(name)) {
            List<String> keys = map.keySet().stream().map(String::valueOf).toList();
            throw missing(
                    depth,
                    String.join(", ", keys)
                            + NearestName.of(name, keys)
                                    .filter(near -> keys.size() > 1)
                                    .map(near -> "; did you mean '" + near + "'?")
                                    .orElse(""),
                    place);
        } else {
            Map<Object, Object> copy = new LinkedHashMap<>(map);
            copy.computeIfPresent(name, (key, below) -> set(below, depth + 1, value, place));
            return copy;
        }
    }

    private BadInput missing(int depth, String allowed, SourceLocation place) {
        return place.error(
                "path " + String.join(".", names) + ": there is no '" + names.get(depth) + "', must be " + allowed);
    }
}
