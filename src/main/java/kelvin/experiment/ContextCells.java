package kelvin.experiment;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.ToIntFunction;
import kelvin.yaml.CsvTable;
import org.jspecify.annotations.Nullable;

/** A summary of one column of contexts: whether it holds numbers or texts, which texts, and the moments of its numbers. */
final class ContextCells {
    private final String name;
    private final int maxTexts;
    private final SortedSet<String> texts = new TreeSet<>();
    private int place;
    private long count;
    private double mean;
    private double squares;
    private ContextColumn.Kind kind;
    private boolean blanks;

    ContextCells(ContextColumn wanted, int maxTexts) {
        name = wanted.name();
        kind = wanted.kind();
        this.maxTexts = maxTexts;
    }

    /** Finds the column in a file. */
    void begin(ToIntFunction<String> columns) {
        place = columns.applyAsInt(name);
    }

    void add(ContextRow row) {
        if (row.isBlank(place)) {
            blanks = true;
            return;
        } else if (kind == ContextColumn.Kind.AS_FOUND) {
            boolean text = Double.isNaN(CsvTable.number(row.text(place)));
            kind = text ? ContextColumn.Kind.TEXTS : ContextColumn.Kind.NUMBERS;
        }
        if (kind == ContextColumn.Kind.NUMBERS) {
            double number = row.number(place);
            double off = number - mean;
            mean += off / ++count;
            squares += off * (number - mean);
        } else if (texts.add(row.text(place)) && texts.size() > maxTexts) {
            throw row.wrong(place, "one of at most " + maxTexts + " different texts");
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
        return List.copyOf(texts);
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
    Object value(ContextRow row) {
        return row.isBlank(place) ? null : isText() ? row.text(place) : (Object) row.number(place);
    }
}
