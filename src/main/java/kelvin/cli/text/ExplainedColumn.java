package kelvin.cli.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleFunction;
import kelvin.numeric.Weights;

/** A column of the table that explains a decision: one number per action, and their sum where it means something. */
record ExplainedColumn(String title, List<String> cells, String sum) {
    static ExplainedColumn of(String title, double[] numbers) {
        return new ExplainedColumn(title, texts(numbers, Table::number), "");
    }

    static ExplainedColumn summed(String title, double[] numbers) {
        return new ExplainedColumn(title, texts(numbers, Table::number), Table.number(Weights.sum(numbers)));
    }

    /** Returns a column of numbers printed as they were given. */
    static ExplainedColumn exact(String title, double[] numbers) {
        return new ExplainedColumn(title, texts(numbers, ExplainedColumn::exact), "");
    }

    /** Returns a number as it was given. */
    static String exact(double x) {
        return Double.isInfinite(x) ? Table.number(x) : "" + x;
    }

    /** Returns a column with a mark beside one action. */
    static ExplainedColumn mark(String title, int actions, int action, String mark) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < actions; i++) {
            cells.add(i == action ? mark : "");
        }
        return new ExplainedColumn(title, cells, "");
    }

    private static List<String> texts(double[] numbers, DoubleFunction<String> text) {
        return Arrays.stream(numbers).mapToObj(text).toList();
    }

    /** Returns the columns as a table, one action per row, with the sums below. */
    static Table table(List<ExplainedColumn> columns) {
        List<String> header = new ArrayList<>(List.of("action"));
        columns.forEach(column -> header.add(column.title));
        Table table = new Table(header);
        for (int i = 0; i < columns.get(0).cells.size(); i++) {
            List<String> row = new ArrayList<>(List.of(String.valueOf(i)));
            for (ExplainedColumn column : columns) {
                row.add(column.cells.get(i));
            }
            table.row(row);
        }
        List<String> sums = new ArrayList<>(List.of("sum"));
        columns.forEach(column -> sums.add(column.sum));
        table.row(sums);
        return table;
    }
}
