package kelvin.model.feature;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;
import kelvin.contract.ShortForm;
import kelvin.contract.Stability;
import kelvin.model.Context;

/**
 * A table: rows of texts under named columns, written as the lines of a CSV file.
 *
 * <pre>
 *   colour,size,label
 *   red,2.5,cherry
 *   green,8,apple
 * </pre>
 *
 * <p>In YAML a list of lines or <code>{file: x.csv}</code>, with {@code columns: [a, b]} only those columns, with
 * <code>where: {a: text}</code> only the rows whose cells are just so. The file is read once. Results keep the lines themselves, so
 * they can be verified without the file. Memory: a reference per cell and one copy of each distinct text.
 *
 * @param lines the first names the columns, each differently; each other one is a row with a cell per column, after RFC 4180
 */
@ShortForm(value = DataTable.class, form = "list of CSV lines or {file: x.csv}")
@Stability(MAY_CHANGE)
public record DataTable(List<String> lines) implements Serializable {
    public DataTable {
        lines = CsvLines.of(lines);
    }

    /**
     * Creates a table.
     *
     * @param columns the names of the columns
     * @param rows the cells of each row, one per column
     * @return the table
     */
    public static DataTable of(List<String> columns, List<List<String>> rows) {
        List<String> lines = new ArrayList<>();
        lines.add(CsvLines.line(columns));
        rows.forEach(row -> lines.add(CsvLines.line(row)));
        return new DataTable(lines);
    }

    /**
     * Returns some rows as a table.
     *
     * @param rows their numbers, from 0
     * @return a table of the same columns
     */
    public DataTable rows(int... rows) {
        return new DataTable(Stream.concat(
                        Stream.of(lines.get(0)), IntStream.of(rows).mapToObj(row -> lines.get(row + 1)))
                .toList());
    }

    private CsvLines cells() {
        return (CsvLines) lines;
    }

    /**
     * Returns the names of the columns.
     *
     * @return the names in order
     */
    public List<String> columns() {
        return cells().columns();
    }

    /**
     * Returns the number of rows below the line that names the columns.
     *
     * @return how many, at least 0
     */
    public int rows() {
        return lines.size() - 1;
    }

    /**
     * Returns a row.
     *
     * @param row its number, from 0; errors count from 1
     * @return the row
     */
    public Observation row(int row) {
        return cells().row(row);
    }

    /**
     * Returns the texts in a column.
     *
     * @param column its name
     * @return one text per row
     * @throws InvalidValue if there is no such column
     */
    public Stream<String> values(String column) {
        int place = place(column);
        return IntStream.range(0, rows()).mapToObj(row -> cells().cell(row, place));
    }

    private int place(String column) {
        int place = columns().indexOf(column);
        Require.that(place >= 0, "column", "'" + column + "'", "among: " + String.join(", ", columns()));
        return place;
    }

    /**
     * Returns the numbers in a column.
     *
     * @param column its name
     * @return one finite number per row
     * @throws InvalidValue if there is no such column, or a cell is not a finite number; names column and row
     */
    public double[] numbers(String column) {
        place(column);
        return IntStream.range(0, rows())
                .mapToDouble(row -> number(row, column))
                .toArray();
    }

    private double number(int row, String column) {
        double number = Cells.number(row(row), column);
        if (Double.isNaN(number)) {
            throw InvalidValue.at(row(row).place(column), "missing", "a finite number");
        }
        return number;
    }

    /**
     * Returns the distinct texts in a column.
     *
     * @param column its name
     * @return the texts that are not blank, in ascending order: as numbers where they are, else as texts
     * @throws InvalidValue if there is no such column
     */
    public List<String> distinct(String column) {
        return cells().distinct(
                        column,
                        () -> values(column)
                                .filter(cell -> !Cells.missing(cell))
                                .distinct()
                                .sorted(Cells.ORDER)
                                .toList());
    }

    /**
     * Returns the features of all rows. They are encoded at the first call and kept with the table: 8 bytes per feature and row.
     *
     * @param features the feature map, fitted to this table
     * @param withheld the columns of which no feature is made
     * @param actions the number of actions of the contexts
     * @return a context per row
     * @throws InvalidValue as {@link FeatureEncoder#encode(Observation, double[], int)} does
     */
    public EncodedTable encoded(FeatureMap features, Set<String> withheld, int actions) {
        return cells().encoded(
                        new CsvLines.Key(features, withheld, actions), () -> encode(features, withheld, actions));
    }

    /** Returns the file and the size: the cells would be too many. */
    @Override
    public String toString() {
        String file = cells().file();
        return "DataTable[" + (file.isEmpty() ? "" : file + ", ") + rows() + (rows() == 1 ? " row, " : " rows, ")
                + columns().size() + (columns().size() == 1 ? " column]" : " columns]");
    }

    private EncodedTable encode(FeatureMap features, Set<String> withheld, int actions) {
        FeatureEncoder encoder = features.on(this, withheld);
        double[] numbers = new double[encoder.size()];
        List<Context> contexts = IntStream.range(0, rows())
                .mapToObj(row -> {
                    encoder.encode(row(row), numbers, 0);
                    return Context.of(actions, numbers);
                })
                .toList();
        return new EncodedTable(encoder.names(), contexts, encoder.state().length > 0);
    }
}
