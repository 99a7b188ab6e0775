package kelvin.results;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import kelvin.metric.Metric;
import kelvin.numeric.ShortestDecimal;

/**
 * A column of a CSV file: its name in the header, the cell of a row, and the value of a cell.
 *
 * @param name the name in the header
 * @param writer gives the cell of a row
 * @param reader gives the value of a cell; fails with an {@link IllegalArgumentException} where the cell is not allowed
 * @param allowed what a cell may be, for errors
 * @param <R> the type of a row that is written
 * @param <V> the type of a value that is read
 */
record Column<R, V>(String name, Function<R, Object> writer, Function<String, V> reader, String allowed) {
    /** The value of an empty cell of {@link #index}. */
    static final int NONE = -1;

    /** A column of texts. */
    static <R> Column<R, String> text(String name, Function<R, String> value) {
        return new Column<>(name, value::apply, cell -> cell, "text");
    }

    /** A column of whole numbers. */
    static <R> Column<R, Long> whole(String name, ToLongFunction<R> value) {
        return new Column<>(name, value::applyAsLong, Long::parseLong, "a whole number");
    }

    /** A column of whole numbers from 0, with an empty cell for {@link #NONE}. */
    static <R> Column<R, Integer> index(String name, ToIntFunction<R> value) {
        return new Column<>(
                name,
                row -> value.applyAsInt(row) == NONE ? "" : String.valueOf(value.applyAsInt(row)),
                cell -> cell.isEmpty() ? NONE : (int) Long.parseLong(cell),
                "a whole number");
    }

    /** A column of numbers as their shortest decimals, with an empty cell for {@code NaN}. */
    static <R> Column<R, Double> real(String name, ToDoubleFunction<R> value) {
        return new Column<>(
                name,
                row -> number(value.applyAsDouble(row)),
                cell -> cell.isEmpty() ? Double.NaN : Double.parseDouble(cell),
                "a number or empty");
    }

    /** A column of metrics by their keys. */
    static <R> Column<R, Metric> metric(Function<R, Metric> value) {
        return word("metric", value, List.of(Metric.values()), Metric::key);
    }

    /** A column of words that each stand for one of some values. */
    static <R, V> Column<R, V> word(String name, Function<R, V> value, List<V> values, Function<V, String> word) {
        return new Column<>(
                name,
                row -> word.apply(value.apply(row)),
                cell -> values.stream()
                        .filter(each -> word.apply(each).equals(cell))
                        .findFirst()
                        .orElseThrow(IllegalArgumentException::new),
                "one of " + String.join(", ", values.stream().map(word).toList()));
    }

    private static String number(double x) {
        return Double.isNaN(x) ? "" : ShortestDecimal.text(x);
    }
}
