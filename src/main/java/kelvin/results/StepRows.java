package kelvin.results;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of one curve as they are read: a step, which must rise from row to row, and some numbers. */
final class StepRows {
    private final List<Long> steps = new ArrayList<>();
    private final List<double[]> numbers = new ArrayList<>();

    void add(CsvRow row, Column<?, Long> step, List<? extends Column<?, Double>> columns) {
        long next = row.get(step);
        row.require(next > (steps.isEmpty() ? 0 : steps.get(steps.size() - 1)), step, "above the step before it");
        steps.add(next);
        numbers.add(columns.stream().mapToDouble(row::get).toArray());
    }

    long[] steps() {
        return steps.stream().mapToLong(Long::longValue).toArray();
    }

    /** Returns the numbers of one column. */
    double[] column(int index) {
        return numbers.stream().mapToDouble(row -> row[index]).toArray();
    }

    /** Returns the first so many numbers of each row. */
    double[][] table(int width) {
        return numbers.stream().map(row -> Arrays.copyOf(row, width)).toArray(double[][]::new);
    }
}
