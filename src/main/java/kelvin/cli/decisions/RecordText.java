package kelvin.cli.decisions;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Converts the text of a record, such as {@code Annealed[policy=Softmax[temperature=1.0], …]}, to YAML as experiment files write
 * it, {@code {Annealed: {policy: {Softmax: {temperature: 1.0}}, …}}}. Components that are null or empty options are left out.
 */
final class RecordText {
    private static final String OPTIONAL = "Optional";
    private static final String EMPTY = "Optional.empty";
    private static final String NULL = "null";
    /** Matches constants of enums, which YAML writes in lower case. */
    private static final Pattern ENUM = Pattern.compile("[A-Z][A-Z0-9_]+");

    private static final String MARKS = "[],=";

    private final String text;
    private int at;

    private RecordText(String text) {
        this.text = text;
    }

    /**
     * Converts a text.
     *
     * @throws IllegalArgumentException if it is not of this form
     */
    static String yaml(String text) {
        RecordText reader = new RecordText(text);
        String yaml = reader.value();
        if (reader.at < text.length()) {
            throw new IllegalArgumentException("found " + text + ", must be the text of a record");
        }
        return yaml;
    }

    private String value() {
        String word = word();
        if (!next('[')) {
            return ENUM.matcher(word).matches() ? word.toLowerCase(Locale.ROOT) : word;
        }
        if (word.isEmpty()) {
            return "[" + String.join(", ", list()) + "]";
        }
        return word.equals(OPTIONAL) ? list().get(0) : "{" + word + ": {" + String.join(", ", components()) + "}}";
    }

    private String word() {
        int from = at;
        while (at < text.length() && MARKS.indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(from, at).strip();
    }

    private boolean next(char mark) {
        boolean found = at < text.length() && text.charAt(at) == mark;
        at += found ? 1 : 0;
        return found;
    }

    private List<String> list() {
        List<String> all = new ArrayList<>();
        while (!next(']')) {
            all.add(value());
            requireMore();
        }
        return all;
    }

    private List<String> components() {
        List<String> all = new ArrayList<>();
        while (!next(']')) {
            String name = word();
            if (!next('=')) {
                throw new IllegalArgumentException("found " + text + ", must be a record with named components");
            }
            String value = value();
            if (!value.equals(NULL) && !value.equals(EMPTY)) {
                all.add(name + ": " + value);
            }
            requireMore();
        }
        return all;
    }

    /** Skips a comma; rejects a text that ends within brackets. */
    private void requireMore() {
        if (!next(',') && (at >= text.length() || text.charAt(at) != ']')) {
            throw new IllegalArgumentException("found " + text + ", must have a ] for each [");
        }
    }
}
