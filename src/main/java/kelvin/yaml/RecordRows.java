package kelvin.yaml;

import java.lang.reflect.Type;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import kelvin.yaml.CsvColumn.Numbers;
import kelvin.yaml.YamlMapping.Field;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Records that are written as one in place of a list, such as {@code {Gaussian: {mean: {file: x.csv, column: m}, stdDev: 1}}}: each row
 * of the {@linkplain CsvColumn columns} and {@linkplain NumberGrid grids} in place of its numbers gives a record, and a number in their
 * place is the same in all of them.
 */
final class RecordRows {
    private static final String FORM = ", or one whose numbers are columns: {Name: {number: " + CsvColumn.FORM + "}}";

    private final CsvColumn columns;
    private final String form;
    private final Map<String, Numbers> lists = new LinkedHashMap<>();
    private int row;

    /**
     * Creates the first row.
     *
     * @param columns reads columns
     * @param form the usual form of the list in words, for errors
     */
    RecordRows(CsvColumn columns, String form) {
        this.columns = columns;
        this.form = form;
    }

    /** Returns the number of this row. */
    Object number(Type type, Node node, SourceLocation place) {
        return lists.computeIfAbsent(place.path(), path -> read(type, node, place))
                .values()
                .get(row);
    }

    private Numbers read(Type type, Node node, SourceLocation place) {
        YamlMapping fields = YamlMapping.of(node, place);
        return YamlTypes.isReal(YamlTypes.raw(type)) && fields.get(NumberGrid.FIRST_KEY) != null
                ? new Numbers(NumberGrid.read(fields), index -> place)
                : columns.numbers(type, node, place);
    }

    /** Returns the fields of a record of this row: those that are columns at their line of the file, for errors. */
    YamlMapping placed(YamlMapping fields) {
        Map<String, Field> all = new LinkedHashMap<>(fields.all());
        all.replaceAll((name, field) -> {
            Numbers numbers = lists.get(field.place().path());
            return numbers == null ? field : new Field(numbers.place().apply(row), field.value());
        });
        return new YamlMapping(fields.place(), all);
    }

    /**
     * Goes to the next row.
     *
     * @param place the place of the list, for errors
     * @return false after the last
     * @throws BadInput if there are no columns, or columns of several lengths
     */
    boolean next(SourceLocation place) {
        int rows = lists.values().stream()
                .mapToInt(each -> each.values().size())
                .max()
                .orElse(0);
        if (rows == 0) {
            throw place.error("found a mapping, must be a " + form + FORM);
        } else if (lists.values().stream().anyMatch(each -> each.values().size() != rows)) {
            throw place.error("found "
                    + lists.entrySet().stream()
                            .map(each -> each.getValue().values().size() + " numbers for "
                                    + each.getKey().substring(each.getKey().lastIndexOf('.') + 1))
                            .collect(Collectors.joining(" and "))
                    + ", must be as many for each");
        }
        row++;
        return row < rows;
    }
}
