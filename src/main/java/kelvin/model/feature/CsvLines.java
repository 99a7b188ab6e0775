package kelvin.model.feature;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.contract.FileLines;
import kelvin.contract.InvalidValue;
import kelvin.contract.Require;

/** The lines of a table as an immutable list of texts, kept as cells; with what was once made of them. */
final class CsvLines extends AbstractList<String> implements RandomAccess, Serializable {
    private static final long serialVersionUID = 1L;

    /** A key of the encoded contexts: all that they depend on beside the table. */
    record Key(FeatureMap features, Set<String> withheld, int actions) {}

    private final String[][] cells;
    private final transient Map<String, Integer> places = new HashMap<>();
    private final transient Set<String> names;
    private final transient Map<Key, EncodedTable> encoded = new ConcurrentHashMap<>();

    private final transient Map<String, List<String>> distinct = new ConcurrentHashMap<>();
    private final String file;
    private final long[] numbers;

    private CsvLines(List<String> lines) {
        this(
                lines instanceof FileLines from ? from.file() : "",
                lines instanceof FileLines from
                        ? IntStream.range(0, lines.size()).mapToLong(from::line).toArray()
                        : new long[0],
                parsed(lines));
        Require.that(
                names.size() == cells[0].length && !names.contains(""),
                "the first line",
                lines.get(0),
                "the names of the columns, each different");
    }

    private CsvLines(String file, long[] numbers, String[][] cells) {
        this.file = file;
        this.numbers = numbers;
        this.cells = cells;
        for (int i = 0; i < cells[0].length; i++) {
            places.put(cells[0][i], i);
        }
        names = new LinkedHashSet<>(Arrays.asList(cells[0]));
    }

    private Object readResolve() {
        return new CsvLines(file, numbers, cells);
    }

    private static String[][] parsed(List<String> lines) {
        Require.that(!lines.isEmpty(), "lines", "none", "at least the one that names the columns");
        Map<String, String> once = new HashMap<>();
        String[][] cells = new String[lines.size()][];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = parse(lines.get(i), i).stream()
                    .map(cell -> once.computeIfAbsent(cell, same -> same))
                    .toArray(String[]::new);
            Require.that(
                    cells[i].length == cells[0].length,
                    where(i),
                    cells[i].length + " cells",
                    cells[0].length + ", one per column");
        }
        cells[0] = Stream.of(cells[0]).map(String::strip).toArray(String[]::new);
        return cells;
    }

    /** Returns the lines of a table. */
    static CsvLines of(List<String> lines) {
        return lines instanceof CsvLines same ? same : new CsvLines(lines);
    }

    private static String where(int line) {
        return line == 0 ? "the first line" : "row " + line;
    }

    /** Splits a line into its cells; a cell in quotes may hold commas, line ends, and quotes written twice. */
    private static List<String> parse(String line, int number) {
        List<String> found = new ArrayList<>();
        int from = 0;
        while (from <= line.length()) {
            int end;
            if (line.startsWith("\"", from)) {
                end = from + 1;
                while (end < line.length() && (line.charAt(end) != '"' || line.startsWith("\"\"", end))) {
                    end += line.charAt(end) == '"' ? 2 : 1;
                }
                boolean closed = end < line.length() && (end + 1 == line.length() || line.charAt(end + 1) == ',');
                Require.that(closed, where(number), line, "a line whose quotes are closed at the end of a cell");
                found.add(line.substring(from + 1, end).replace("\"\"", "\""));
                end++;
            } else {
                int comma = line.indexOf(',', from);
                end = comma < 0 ? line.length() : comma;
                found.add(line.substring(from, end));
            }
            from = end + 1;
        }
        return found;
    }

    /** Writes cells as a line. */
    static String line(List<String> cells) {
        return cells.stream().map(CsvLines::quoted).collect(Collectors.joining(","));
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    List<String> columns() {
        return List.of(cells[0]);
    }

    /** Returns the file of the lines, empty where they come from none. */
    String file() {
        return file;
    }

    String cell(int row, int column) {
        return cells[row + 1][column];
    }

    Observation row(int row) {
        String[] texts = cells[row + 1];
        return new Observation() {
            @Override
            public String value(String name) {
                Integer place = places.get(name);
                if (place == null) {
                    throw new InvalidValue("column", "'" + name + "'", "among: " + String.join(", ", names));
                }
                return texts[place];
            }

            @Override
            public Set<String> names() {
                return names;
            }

            @Override
            public String place(String name) {
                return (file.isEmpty() ? "row " + (row + 1) + ", " : file + ":" + numbers[row + 1] + ": ") + "column "
                        + name;
            }
        };
    }

    /** Returns the rows as contexts, encoded unless they were before. */
    EncodedTable encoded(Key key, Supplier<EncodedTable> encode) {
        return encoded.computeIfAbsent(key, absent -> encode.get());
    }

    /** Returns the distinct texts of a column, collected unless they were before. */
    List<String> distinct(String column, Supplier<List<String>> collect) {
        return distinct.computeIfAbsent(column, absent -> collect.get());
    }

    @Override
    public String get(int index) {
        return line(Arrays.asList(cells[index]));
    }

    @Override
    public int size() {
        return cells.length;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CsvLines lines ? Arrays.deepEquals(cells, lines.cells) : super.equals(other);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
