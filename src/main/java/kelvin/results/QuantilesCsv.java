package kelvin.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.metric.RegretSpread;

/**
 * {@code quantiles.csv}: quantiles of the regret of single repetitions, at every reported step. The share of repetitions whose regret
 * is linear at the end is known at the end only, and stands in the last row.
 */
final class QuantilesCsv {
    static final String NAME = "quantiles.csv";

    private static final Column<Row, String> LEARNER = Column.text("learner", row -> row.spread.learner());
    private static final Column<Row, Long> STEP =
            Column.whole("step", row -> row.spread.steps()[row.point]);
    private static final Column<Row, Double> LINEAR =
            Column.real("linear_share", row -> row.isLast() ? row.spread.linear() : Double.NaN);
    private static final List<Column<Row, Double>> QUANTILES = List.of(
            quantile("q05", 0), quantile("q25", 1), quantile("median", 2), quantile("q75", 3), quantile("q95", 4));
    private static final List<Column<Row, Double>> NUMBERS =
            Stream.concat(QUANTILES.stream(), Stream.of(LINEAR)).toList();
    private static final CsvFile<Row> FILE =
            new CsvFile<>(Stream.<Column<Row, ?>>concat(Stream.of(LEARNER, STEP), NUMBERS.stream())
                    .toList());

    private QuantilesCsv() {}

    private record Row(RegretSpread spread, int point) {
        boolean isLast() {
            return point == spread.steps().length - 1;
        }
    }

    private static Column<Row, Double> quantile(String name, int index) {
        return Column.real(name, row -> row.spread.quantiles()[row.point][index]);
    }

    /** Writes the file into a folder. */
    static void write(Path folder, List<RegretSpread> spreads) throws IOException {
        FILE.write(
                folder.resolve(NAME),
                spreads.stream()
                        .flatMap(spread ->
                                IntStream.range(0, spread.steps().length).mapToObj(point -> new Row(spread, point))));
    }

    /** Reads the file of a folder. */
    static List<RegretSpread> read(Path folder) {
        Map<String, StepRows> learners = new LinkedHashMap<>();
        FILE.read(
                folder.resolve(NAME),
                row -> learners.computeIfAbsent(row.get(LEARNER), label -> new StepRows())
                        .add(row, STEP, NUMBERS));
        List<RegretSpread> all = new ArrayList<>();
        learners.forEach((learner, rows) -> {
            double[] linear = rows.column(QUANTILES.size());
            all.add(new RegretSpread(learner, rows.steps(), rows.table(QUANTILES.size()), linear[linear.length - 1]));
        });
        return all;
    }
}
