package kelvin.experiment;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import kelvin.contract.LabelList;
import kelvin.contract.Require;
import kelvin.yaml.BadInput;
import kelvin.yaml.SourceLocation;

/** Checks the labels of learners and the names of their random streams. */
final class Labels {
    private static final int MAX_CHARACTERS = 200;

    private Labels() {}

    static void require(String key, String what, String label) {
        Require.that(
                isLine(label) && label.length() <= MAX_CHARACTERS,
                key,
                what + quoted(label),
                "one line of 1 to " + MAX_CHARACTERS + " characters, not all of them blank or invisible");
    }

    /** Checks each label, and that no two of them look alike. */
    static void requireAll(String key, Set<String> labels) {
        Map<String, String> seen = new HashMap<>();
        for (String label : labels) {
            require(key, "the label ", label);
            String other = seen.put(BadInput.seen(label), label);
            Require.that(
                    other == null,
                    key,
                    "the labels " + quoted(String.valueOf(other)) + " and " + quoted(label),
                    "labels that differ in letters that can be seen");
        }
    }

    /** Returns those names of streams that are not the label. */
    static Map<String, String> streams(Map<String, String> streams, Set<String> labels) {
        streams.keySet()
                .forEach(label -> Require.that(
                        labels.contains(label),
                        "streams",
                        quoted(label),
                        "the label of a learner: " + LabelList.of(labels)));
        Map<String, String> others = new LinkedHashMap<>();
        Set<String> seen = new HashSet<>();
        for (String label : labels) {
            String name = streams.getOrDefault(label, label);
            require("streams", "the name ", name);
            Require.that(seen.add(name), "streams", quoted(name) + " for two learners", "a name for each");
            if (!name.equals(label)) {
                others.put(label, name);
            }
        }
        return Collections.unmodifiableMap(others);
    }

    static boolean isLine(String text) {
        return !BadInput.seen(text).isEmpty() && text.chars().noneMatch(Character::isISOControl);
    }

    static String quoted(String text) {
        return "'" + SourceLocation.shorten(text) + "'";
    }
}
