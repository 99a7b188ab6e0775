package kelvin.yaml;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import kelvin.contract.FileLines;
import kelvin.contract.Stability;
import kelvin.yaml.CsvTable.Row;
import kelvin.yaml.YamlMapping.Field;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * Numbers from CSV files, where a list of numbers is expected: {@code {file: x.csv, column: name}}, and with {@code where:
 * {other: text}} only those of the rows whose other cells are just so. Without a column, the lines of the file are read as texts, the first
 * of which names the columns; with {@code columns: [a, b]} only these.
 *
 * <p>Files are found relative to the one that names them, and read once.
 */
@Stability(MAY_CHANGE)
public final class CsvColumn {
    static final String FORM = "{file: x.csv, column: name}";
    private static final List<String> KEYS = List.of("file", "column", "where");
    private static final List<String> KEYS_OF_LINES = List.of("file", "columns", "where");

    private final Map<Path, CsvTable> tables = new HashMap<>();

    /**
     * The numbers of a column.
     *
     * @param values the numbers
     * @param place the place of each in the file, by its index
     */
    record Numbers(List<Object> values, IntFunction<SourceLocation> place) {}

    /** Reads the numbers of a column as the expected type. */
    List<Object> read(Type element, Node node, SourceLocation place) {
        return numbers(element, node, place).values();
    }

    /** Reads the numbers of a column as the expected type, with their places. */
    Numbers numbers(Type element, Node node, SourceLocation place) {
        YamlMapping fields = YamlMapping.of(node, place);
        fields.allowOnly(KEYS);
        CsvTable table = table(required(fields, "file", KEYS));
        int column = column(table, required(fields, "column", KEYS));
        List<Row> rows = rows(table, fields);
        return new Numbers(
                rows.stream()
                        .map(row -> number(YamlTypes.raw(element), table, row, column, place.on(node)))
                        .toList(),
                index -> new SourceLocation(
                        table.file().toString(),
                        (int) rows.get(index).line(),
                        table.header().get(column)));
    }

    /** Reads columns as lines of CSV text, of which the first names them. */
    FileLines lines(Node node, SourceLocation place) {
        YamlMapping fields = YamlMapping.of(node, place);
        fields.allowOnly(KEYS_OF_LINES);
        CsvTable table = table(required(fields, "file", KEYS_OF_LINES));
        return table.lines(columns(table, fields.get("columns")), rows(table, fields));
    }

    private static int[] columns(CsvTable table, @Nullable Field written) {
        if (written == null) {
            return IntStream.range(0, table.header().size()).toArray();
        } else if (written.value() instanceof SequenceNode names) {
            return names.getValue().stream()
                    .mapToInt(name -> column(table, YamlScalars.string(name, written.place()), written.place()))
                    .toArray();
        }
        throw YamlScalars.wrong(written.value(), written.place(), "a list of names of columns");
    }

    private static List<Row> rows(CsvTable table, YamlMapping fields) {
        Map<Integer, String> where = where(table, fields.get("where"));
        List<Row> rows = table.rows().stream()
                .filter(row -> where.entrySet().stream()
                        .allMatch(only -> row.cell(only.getKey()).equals(only.getValue())))
                .toList();
        if (rows.isEmpty()) {
            throw fields.place().error("found no such row in " + table.file() + ", must be at least one");
        }
        return rows;
    }

    private static Field required(YamlMapping fields, String key, List<String> keys) {
        Field field = fields.get(key);
        if (field == null) {
            throw fields.place().error("missing key '" + key + "' (text). Allowed: " + String.join(", ", keys));
        }
        return field;
    }

    private CsvTable table(Field name) {
        String text = YamlScalars.string(name.value(), name.place());
        try {
            Path file = Path.of(name.place().source()).resolveSibling(text);
            return tables.computeIfAbsent(file, CsvTable::read);
        } catch (InvalidPathException | BadInput e) {
            throw name.place().error(RecordFactory.say(e));
        }
    }

    private static int column(CsvTable table, Field name) {
        return column(table, YamlScalars.string(name.value(), name.place()), name.place());
    }

    private static int column(CsvTable table, String name, SourceLocation place) {
        int column = table.header().indexOf(name);
        if (column < 0) {
            throw place.error("found '" + SourceLocation.shorten(name) + "'" + NearestName.hint(name, table.header())
                    + " Columns of " + table.file() + ": " + String.join(", ", table.header()));
        }
        return column;
    }

    private static Map<Integer, String> where(CsvTable table, @Nullable Field written) {
        Map<Integer, String> where = new HashMap<>();
        if (written != null) {
            YamlMapping.of(written.value(), written.place()).all().forEach((name, field) -> {
                if (!(field.value() instanceof ScalarNode wanted)) {
                    throw YamlScalars.wrong(field.value(), field.place(), "a number or text");
                }
                where.put(column(table, name, field.place()), wanted.getValue());
            });
        }
        return where;
    }

    private static Object number(Class<?> type, CsvTable table, Row row, int column, SourceLocation wanted) {
        String text = row.cell(column);
        try {
            BigDecimal exact = new BigDecimal(text);
            if (YamlTypes.isInt(type)) {
                return exact.intValueExact();
            } else if (YamlTypes.isLong(type)) {
                return exact.longValueExact();
            } else if (Double.isFinite(exact.doubleValue())) {
                return exact.doubleValue();
            }
        } catch (ArithmeticException | NumberFormatException e) {
            // said below
        }
        throw new BadInput(table.file() + ":" + row.line() + ": "
                + table.header().get(column) + ": found '" + SourceLocation.shorten(text) + "', must be a "
                + (YamlTypes.isReal(type) ? "finite" : "whole") + " number, read for " + wanted.source() + ":"
                + wanted.line());
    }
}
