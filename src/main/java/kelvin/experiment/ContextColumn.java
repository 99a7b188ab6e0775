package kelvin.experiment;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kelvin.contract.Stability;

/**
 * A column of a log that is seen before a decision.
 *
 * @param name the name of the column
 * @param kind the kind of its cells
 */
@Stability(MAY_CHANGE)
public record ContextColumn(String name, Kind kind) {
    private static final Pattern TEXT = Pattern.compile("(.+):text");

    /** The kind of a column's cells, of which any may be blank: the value is then missing. */
    public enum Kind {
        /** Numbers if the first cell that is not blank is one, else texts. */
        AS_FOUND,
        /** Finite numbers. */
        NUMBERS,
        /** Texts. */
        TEXTS
    }

    /**
     * Returns the column that a user names.
     *
     * @param word the name of a column, or {@code name:text} where numbers are to be taken as texts
     * @return the column
     */
    public static ContextColumn named(String word) {
        Matcher text = TEXT.matcher(word);
        return text.matches() ? new ContextColumn(text.group(1), Kind.TEXTS) : new ContextColumn(word, Kind.AS_FOUND);
    }
}
