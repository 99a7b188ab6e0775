package kelvin.experiment;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kelvin.contract.Stability;

/**
 * A column of a CSV file as features of a context: a number is one feature, a text one feature for each text that occurs, 1 for the
 * text of the row and 0 for all others (one-hot).
 *
 * @param name the name of the column
 * @param kind the kind of its cells
 * @param texts the texts that have a feature, in their order; empty if they are those of the file, or for numbers
 */
@Stability(MAY_CHANGE)
public record ContextColumn(String name, Kind kind, List<String> texts) {
    private static final Pattern TEXT = Pattern.compile("(.+):text");

    /** The kind of a column's cells. */
    public enum Kind {
        /** Numbers if the first cell is one, else texts. */
        AS_FOUND,
        /** Finite numbers. */
        NUMBERS,
        /** Texts. */
        TEXTS
    }

    public ContextColumn {
        texts = List.copyOf(texts);
    }

    /**
     * Returns the column that a user names.
     *
     * @param word the name of a column, or {@code name:text} where numbers are to be taken as texts
     * @return the column
     */
    public static ContextColumn named(String word) {
        Matcher text = TEXT.matcher(word);
        return text.matches()
                ? new ContextColumn(text.group(1), Kind.TEXTS, List.of())
                : new ContextColumn(word, Kind.AS_FOUND, List.of());
    }

    /** Returns how many features it gives, once its kind and texts are known. */
    int features() {
        return kind == Kind.NUMBERS ? 1 : texts.size();
    }
}
