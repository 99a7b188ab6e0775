package kelvin.results;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.yaml.BadInput;

/** Rows of ranks as they are read: per step, which must rise, a row per rank from 1, with its arm and some numbers. */
final class RankRows {
    private final List<Long> steps = new ArrayList<>();
    private final List<Integer> arms = new ArrayList<>();
    private final List<List<double[]>> numbers = new ArrayList<>();

    /** Takes a row; a single one per step may have no rank. */
    void add(
            CsvRow row,
            Column<?, Long> step,
            Column<?, Integer> arm,
            Column<?, Integer> rank,
            List<? extends Column<?, Double>> columns) {
        long next = row.get(step);
        long last = steps.isEmpty() ? 0 : steps.get(steps.size() - 1);
        if (next != last) {
            row.require(next > last, step, "above the step before it");
            steps.add(next);
            numbers.add(new ArrayList<>());
        }
        List<double[]> ranks = numbers.get(numbers.size() - 1);
        int found = row.get(rank);
        row.require(
                found == Column.NONE ? ranks.isEmpty() : found == ranks.size() + 1,
                rank,
                String.valueOf(ranks.size() + 1));
        ranks.add(columns.stream().mapToDouble(row::get).toArray());
        int of = row.get(arm);
        if (steps.size() == 1 && of != Column.NONE) {
            arms.add(of);
        }
    }

    /**
     * Refuses steps with different ranks.
     *
     * @throws BadInput if there are any
     */
    void requireEven(String learner, Path file) {
        int ranks = numbers.get(0).size();
        if (numbers.stream().anyMatch(step -> step.size() != ranks) || !(arms.isEmpty() || arms.size() == ranks)) {
            throw new BadInput(file + ": every step of '" + learner
                    + "' must have the same ranks and arms; the file is cut short or mixed");
        }
    }

    long[] steps() {
        return steps.stream().mapToLong(Long::longValue).toArray();
    }

    int[] arms() {
        return arms.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Returns the numbers of one column, by step and rank. */
    double[][] table(int column) {
        return numbers.stream()
                .map(ranks -> ranks.stream().mapToDouble(row -> row[column]).toArray())
                .toArray(double[][]::new);
    }
}
