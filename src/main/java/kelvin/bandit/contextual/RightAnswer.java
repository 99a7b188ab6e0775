package kelvin.bandit.contextual;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.Serializable;
import java.util.List;
import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.model.feature.DataTable;

/**
 * A rule for when an answer is right: the text in a column is one of a list.
 *
 * @param column the column, of which no feature is made
 * @param values the texts with which the answer is right, at least one
 */
@Stability(MAY_CHANGE)
public record RightAnswer(String column, @Default("['1']") List<String> values) implements Serializable {
    public RightAnswer {
        values = List.copyOf(values);
        Require.that(!values.isEmpty(), "values", "none", "at least one");
    }

    /** Checks that the column has each of the values in some row. */
    void check(DataTable table) {
        List<String> found = table.distinct(column);
        values.forEach(value -> Require.that(
                found.contains(value),
                "answers",
                "'" + value + "' of " + column,
                "a text that some row has there: " + String.join(", ", found)));
    }
}
