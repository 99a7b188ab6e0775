package kelvin.model.feature;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.Stability;

/**
 * The examples that features are fitted to: a table, or none where everything is given.
 *
 * @param table the table; categories, means and deviations are those of its rows
 * @param withheld the columns of which no feature is made, such as the label
 */
@Stability(MAY_CHANGE)
public record Examples(Optional<DataTable> table, Set<String> withheld) {
    /** The examples of features that are given in full. */
    public static final Examples NONE = new Examples(Optional.empty(), Set.of());

    /**
     * All columns of a table.
     *
     * @param table the table
     * @return the examples
     */
    public static Examples of(DataTable table) {
        return new Examples(Optional.of(table), Set.of());
    }

    public Examples {
        withheld = Set.copyOf(withheld);
    }

    /**
     * Returns the table.
     *
     * @param missing the parameter that is not given, for the error
     * @return the table
     * @throws InvalidValue if there is none
     */
    public DataTable required(String missing) {
        return table.orElseThrow(() ->
                new InvalidValue(missing, "not given", "given where there is no table from which it could be taken"));
    }

    /**
     * Returns the columns that names and patterns stand for, in the order of these; those of a pattern in the order of the table.
     *
     * @param patterns names of columns, in which {@code *} stands for any text
     * @return the names; without a table those of the patterns themselves
     * @throws InvalidValue if there is no such column, it is withheld, or a pattern stands where there is no table
     */
    public List<String> columns(List<String> patterns) {
        Require.that(!patterns.isEmpty(), "columns", "none", "at least one");
        return patterns.stream().flatMap(this::matching).distinct().toList();
    }

    private Stream<String> matching(String pattern) {
        boolean exact = pattern.indexOf('*') < 0;
        if (table.isEmpty()) {
            Require.that(exact, "columns", "'" + pattern + "'", "names where there is no table to find columns in");
            return Stream.of(pattern);
        }
        List<String> all = table.get().columns().stream()
                .filter(name -> !withheld.contains(name))
                .toList();
        List<String> found = all.stream().filter(name -> matches(pattern, name)).toList();
        Require.that(
                !found.isEmpty(),
                "columns",
                "'" + pattern + "'" + (withheld.contains(pattern) ? ", which is the answer" : ""),
                "among: " + String.join(", ", all));
        return found.stream();
    }

    /** Returns whether a name is that of a pattern, in which {@code *} stands for any text. */
    static boolean matches(String pattern, String name) {
        int star = pattern.indexOf('*');
        if (star < 0) {
            return pattern.equals(name);
        }
        String rest = pattern.substring(star + 1);
        boolean begins = name.length() >= star && name.startsWith(pattern.substring(0, star));
        for (int from = star; begins && from <= name.length(); from++) {
            if (matches(rest, name.substring(from))) {
                return true;
            }
        }
        return false;
    }
}
