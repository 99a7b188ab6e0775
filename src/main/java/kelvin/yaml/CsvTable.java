package kelvin.yaml;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import kelvin.contract.FileLines;
import kelvin.contract.Stability;
import kelvin.file.IoMessage;
import kelvin.numeric.DecimalText;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file whose first line names its columns: RFC 4180, UTF-8, with or without a byte order mark.
 *
 * @param file the file, for errors
 * @param header the names of the columns
 * @param rows the other lines, in order
 */
@Stability(MAY_CHANGE)
public record CsvTable(Path file, List<String> header, List<Row> rows) {
    /** The length of the longest line, in UTF-16 characters: one line is held in memory. */
    static final int MAX_LINE_CHARACTERS = 1_000_000;

    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?[0-9]+,[0-9]+");

    /**
     * One row with the line it begins on.
     *
     * @param line the line, from 1
     * @param cells the texts, one per column
     */
    public record Row(long line, CSVRecord cells) {
        /** Returns the text of a cell. */
        public String cell(int column) {
            return cells.get(column);
        }

        private boolean isBlank() {
            return cells.size() == 1 && cells.get(0).isBlank();
        }
    }

    /** Returns the index of a column. */
    public int column(String name) {
        int column = header.indexOf(name);
        if (column < 0) {
            boolean separated = header.size() == 1 && header.get(0).matches(".*[;\t].*");
            throw new BadInput(file + ":1: found no column '" + SourceLocation.shorten(name) + "'"
                    + (separated
                            ? ", as columns are separated by something else: must be commas."
                            : NearestName.hint(name, header))
                    + " Columns: " + String.join(", ", header));
        }
        return column;
    }

    /** Reads a cell as a finite number. */
    public double real(Row row, int column) {
        double number = number(row.cell(column));
        if (Double.isNaN(number)) {
            boolean comma = DECIMAL_COMMA.matcher(row.cell(column)).matches();
            throw wrong(row, column, comma ? "a finite number with a decimal point" : "a finite number");
        }
        return number;
    }

    /** Returns the finite decimal number that a cell holds; NaN if it holds anything else, such as {@code 7d}, Java's for 7. */
    public static double number(String cell) {
        return DecimalText.finite(cell);
    }

    /** Reads a cell as a whole number from 0 to a largest. */
    public long whole(Row row, int column, long largest) {
        try {
            long number = Long.parseLong(row.cell(column).strip());
            if (0 <= number && number <= largest) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw wrong(row, column, "a whole number in [0, " + largest + "]");
    }

    /**
     * Returns the error for a cell whose value is not allowed.
     *
     * @param row the row
     * @param column the index of the column
     * @param allowed what the cell must be, to follow "must be"
     * @return the error, which names file, line and column
     */
    public BadInput wrong(Row row, int column, String allowed) {
        return new BadInput(file + ":" + row.line() + ": " + header.get(column) + ": found '"
                + SourceLocation.shorten(row.cell(column)) + "', must be " + allowed);
    }

    /**
     * Returns the table as the lines of a CSV file that remember from which lines of the file they were taken.
     *
     * @return the line that names the columns, then one per row
     */
    public FileLines lines() {
        return lines(IntStream.range(0, header.size()).toArray(), rows);
    }

    /** Returns some columns of some rows as lines of CSV text, of which the first names the columns. */
    FileLines lines(int[] columns, List<Row> some) {
        List<String> lines = new ArrayList<>();
        lines.add(line(columns, header::get));
        some.forEach(row -> lines.add(line(columns, row::cell)));
        long[] places = LongStream.concat(LongStream.of(1), some.stream().mapToLong(Row::line))
                .toArray();
        return new CsvFileLines(file.toString(), lines, places);
    }

    private static String line(int[] columns, IntFunction<String> cell) {
        return IntStream.of(columns)
                .mapToObj(cell)
                .map(text -> text.matches("[^,\"\r\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(","));
    }

    /** Reads a file whose cells are separated by commas. */
    public static CsvTable read(Path file) {
        return read(file, ',');
    }

    /** Reads a file of at most 100 MB; blank lines at its end are no rows, others are an error. */
    public static CsvTable read(Path file, char separator) {
        YamlDocument.requireSmallFile(file);
        List<Row> rows = new ArrayList<>();
        CsvTable empty = parse(file, separator, table -> rows::add);
        return new CsvTable(file, empty.header, rows);
    }

    /**
     * Reads a file of any size whose cells are separated by commas, one row at a time; blank lines at its end are no rows.
     *
     * @param file the file
     * @param reader is given the table, which has a header and no rows, and returns what each row is passed to
     */
    public static void forEachRow(Path file, Function<CsvTable, Consumer<Row>> reader) {
        YamlDocument.requireFile(file);
        parse(file, ',', reader);
    }

    private static CsvTable parse(Path file, char separator, Function<CsvTable, Consumer<Row>> reader) {
        try (Reader text = new Utf8Reader(file.toString(), Files.newInputStream(file), MAX_LINE_CHARACTERS)) {
            return parse(file, text, separator, reader);
        } catch (IOException e) {
            throw new BadInput(IoMessage.unreadable(file, e));
        }
    }

    private static CsvTable parse(Path file, Reader text, char separator, Function<CsvTable, Consumer<Row>> reader) {
        long line = 1;
        try (CSVParser parser = CSVParser.parse(
                text, CSVFormat.RFC4180.builder().setDelimiter(separator).get())) {
            Iterator<CSVRecord> records = parser.iterator();
            List<String> header = records.hasNext()
                    ? records.next().stream().map(String::strip).toList()
                    : List.of();
            Set<String> seen = new HashSet<>();
            Optional<String> twice =
                    header.stream().filter(name -> !seen.add(name)).findFirst();
            if (header.isEmpty() || twice.isPresent()) {
                throw new BadInput(file + ":1: found "
                        + twice.map(name -> "'" + SourceLocation.shorten(name) + "' twice")
                                .orElse("nothing")
                        + ": the first line must name the columns, each differently");
            }
            CsvTable table = new CsvTable(file, header, List.of());
            Consumer<Row> rows = reader.apply(table);
            List<Row> blank = new ArrayList<>();
            line = parser.getCurrentLineNumber() + 1;
            while (records.hasNext()) {
                Row row = new Row(line, records.next());
                blank.add(row);
                if (!row.isBlank()) {
                    blank.forEach(each -> table.requireWhole(each, separator));
                    blank.forEach(rows);
                    blank.clear();
                }
                line = parser.getCurrentLineNumber() + 1;
            }
            return table;
        } catch (IOException e) {
            throw new BadInput(file + ":" + line + ": cannot be read: " + IoMessage.of(e));
        } catch (UncheckedIOException e) {
            throw new BadInput(file + ":" + line
                    + (e.getCause() instanceof CSVException
                            ? ": found a cell that opens with a quotation mark, must close with one"
                            : ": cannot be read: " + IoMessage.of(e)));
        } catch (IllegalStateException e) {
            throw new BadInput(file + ":" + line + ": cannot be read: " + e.getMessage());
        }
    }

    private void requireWhole(Row row, char separator) {
        int cells = row.cells.size();
        if (cells != header.size()) {
            throw new BadInput(file + ":" + row.line + ": found " + cells + (cells == 1 ? " cell" : " cells")
                    + ", must be " + header.size() + ": " + String.join(String.valueOf(separator), header));
        }
    }
}
