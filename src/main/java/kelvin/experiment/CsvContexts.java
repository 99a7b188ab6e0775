package kelvin.experiment;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kelvin.evaluation.Column;
import kelvin.evaluation.LogContexts;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.yaml.CsvTable;

/**
 * Contexts read from columns of a CSV file, with the constant 1 as their first feature: 8 bytes per row and column, nothing for
 * stretches of zeros.
 */
final class CsvContexts implements LogContexts {
    private static final int MAX_TEXTS = 1000;

    private final List<ContextColumn> wanted;
    private final List<Cells> cells = new ArrayList<>();
    private int rows;

    /** Begins to read columns. */
    CsvContexts(List<ContextColumn> wanted) {
        this.wanted = wanted;
    }

    /** The cells of one column: numbers, or the numbers of texts by their first occurrence, −1 for those without a feature. */
    private static final class Cells {
        private final int place;
        private final boolean given;
        private final Column numbers = new Column();
        private final Map<String, Integer> seen = new HashMap<>();
        private ContextColumn column;
        private int[] order = {};

        Cells(ContextColumn wanted, CsvTable table, CsvTable.Row first) {
            place = table.column(wanted.name());
            given = !wanted.texts().isEmpty();
            wanted.texts().forEach(text -> seen.put(text, seen.size()));
            boolean number = wanted.kind() == ContextColumn.Kind.NUMBERS
                    || (wanted.kind() == ContextColumn.Kind.AS_FOUND && isNumber(first.cell(place)));
            column = new ContextColumn(
                    wanted.name(), number ? ContextColumn.Kind.NUMBERS : ContextColumn.Kind.TEXTS, wanted.texts());
        }

        private static boolean isNumber(String cell) {
            try {
                return Double.isFinite(Double.parseDouble(cell));
            } catch (NumberFormatException e) {
                return false;
            }
        }

        void add(int index, CsvTable table, CsvTable.Row row) {
            numbers.set(index, column.kind() == ContextColumn.Kind.NUMBERS ? table.real(row, place) : text(table, row));
        }

        private double text(CsvTable table, CsvTable.Row row) {
            Integer known = seen.get(row.cell(place));
            if (known == null && given) {
                return -1;
            } else if (known == null && seen.size() == MAX_TEXTS) {
                throw table.wrong(row, place, "one of at most " + MAX_TEXTS + " different texts");
            } else if (known == null) {
                known = seen.size();
                seen.put(row.cell(place), known);
            }
            return known;
        }

        /** Numbers the texts by their order. */
        void close() {
            List<String> texts =
                    given ? column.texts() : seen.keySet().stream().sorted().toList();
            column = new ContextColumn(column.name(), column.kind(), texts);
            order = new int[texts.size()];
            for (int i = 0; i < order.length; i++) {
                order[seen.getOrDefault(texts.get(i), 0)] = i;
            }
        }

        void read(int row, int from, Context out) {
            if (column.kind() == ContextColumn.Kind.NUMBERS) {
                out.set(from, numbers.get(row));
                return;
            }
            int text = (int) numbers.get(row);
            for (int i = 0; i < order.length; i++) {
                out.set(from + i, 0);
            }
            if (text >= 0) {
                out.set(from + order[text], 1);
            }
        }
    }

    /** Reads the context of one more row. */
    void add(CsvTable table, CsvTable.Row row) {
        if (rows == 0) {
            wanted.forEach(each -> cells.add(new Cells(each, table, row)));
        }
        cells.forEach(each -> each.add(rows, table, row));
        rows++;
    }

    /** Ends reading, after which contexts can be asked for. */
    CsvContexts close() {
        cells.forEach(Cells::close);
        return this;
    }

    /** Returns the columns as they were found, with the texts that have features. */
    List<ContextColumn> columns() {
        return cells.stream().map(each -> each.column).toList();
    }

    @Override
    public Features features() {
        return new Features(
                1 + columns().stream().mapToInt(ContextColumn::features).sum(), 0);
    }

    @Override
    public void read(int decision, Context out) {
        out.set(0, 1);
        int from = 1;
        for (Cells each : cells) {
            each.read(decision, from, out);
            from += each.column.features();
        }
    }
}
