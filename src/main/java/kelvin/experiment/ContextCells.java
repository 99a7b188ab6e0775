package kelvin.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kelvin.evaluation.Column;
import kelvin.yaml.CsvTable;
import org.jspecify.annotations.Nullable;

/** The cells of one column of contexts: numbers, or codes of texts by their first occurrence; NaN where a cell is blank. */
final class ContextCells {
    private final String name;
    private final int place;
    private final int maxTexts;
    private final Column numbers = new Column();
    private final Map<String, Integer> codes = new HashMap<>();
    private final List<String> texts = new ArrayList<>();
    private long count;
    private double mean;
    private double squares;
    private ContextColumn.Kind kind;
    private boolean blanks;

    ContextCells(ContextColumn wanted, CsvTable table, int maxTexts) {
        name = wanted.name();
        kind = wanted.kind();
        place = table.column(name);
        this.maxTexts = maxTexts;
    }

    void add(int index, CsvTable table, CsvTable.Row row) {
        String cell = row.cell(place);
        if (cell.isBlank()) {
            blanks = true;
            numbers.set(index, Double.NaN);
            return;
        } else if (kind == ContextColumn.Kind.AS_FOUND) {
            kind = isNumber(cell) ? ContextColumn.Kind.NUMBERS : ContextColumn.Kind.TEXTS;
        }
        if (kind == ContextColumn.Kind.NUMBERS) {
            double number = table.real(row, place);
            double off = number - mean;
            mean += off / ++count;
            squares += off * (number - mean);
            numbers.set(index, number);
            return;
        }
        Integer code = codes.get(cell);
        if (code == null && texts.size() == maxTexts) {
            throw table.wrong(row, place, "one of at most " + maxTexts + " different texts");
        } else if (code == null) {
            code = texts.size();
            codes.put(cell, code);
            texts.add(cell);
        }
        numbers.set(index, code);
    }

    private static boolean isNumber(String cell) {
        try {
            return Double.isFinite(Double.parseDouble(cell));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    ContextColumn column() {
        return new ContextColumn(name, kind);
    }

    boolean isText() {
        return kind != ContextColumn.Kind.NUMBERS;
    }

    boolean hasBlanks() {
        return blanks;
    }

    List<String> texts() {
        return texts.stream().sorted().toList();
    }

    double mean() {
        return mean;
    }

    /** Returns the standard deviation of all numbers, with divisor n. */
    double deviation() {
        return count == 0 ? 0 : Math.sqrt(squares / count);
    }

    /** Returns a number or a text; null where the cell is blank. */
    @Nullable
    Object value(int row) {
        double number = numbers.get(row);
        if (Double.isNaN(number)) {
            return null;
        }
        return isText() ? texts.get((int) number) : (Object) number;
    }
}
