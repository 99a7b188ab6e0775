package kelvin.results;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.contract.Stability;
import kelvin.metric.InterimLooks;
import kelvin.metric.Metric;
import kelvin.metric.MetricCurve;

/**
 * {@code curves.csv}: the mean of each metric over repetitions with its standard error, at every reported step; and {@code spans.csv}, which
 * has the same of reward and optimal actions over spans of several reported steps, by the last step of each.
 */
@Stability(MAY_CHANGE)
public final class CurvesCsv {
    static final String NAME = "curves.csv";
    static final String SPANS = "spans.csv";

    private static final Column<Row, String> LEARNER = Column.text("learner", row -> row.curve.learner());
    private static final Column<Row, Metric> METRIC = Column.metric(row -> row.curve.metric());
    private static final Column<Row, Long> STEP =
            Column.whole("step", row -> row.curve.steps()[row.point]);
    private static final Column<Row, Double> MEAN =
            Column.real("mean", row -> row.curve.mean()[row.point]);
    private static final Column<Row, Double> ERROR =
            Column.real("standard_error", row -> row.curve.standardError()[row.point]);
    private static final Column<Row, Long> REPETITIONS = Column.whole("repetitions", row -> row.curve.repetitions());
    private static final CsvFile<Row> FILE = new CsvFile<>(List.of(LEARNER, METRIC, STEP, MEAN, ERROR, REPETITIONS));

    private CurvesCsv() {}

    private record Row(MetricCurve curve, int point) {}

    /** Writes one of the files into a folder. */
    static void write(Path folder, String name, List<MetricCurve> curves) throws IOException {
        FILE.write(folder.resolve(name), rows(curves));
    }

    /**
     * Writes what the file holds, to anything that takes text; needs no files, so that a browser can.
     *
     * @param out where to
     * @param curves the curves, learner by learner
     * @throws IOException if {@code out} throws it
     */
    public static void write(Appendable out, List<MetricCurve> curves) throws IOException {
        FILE.write(out, rows(curves));
    }

    private static Stream<Row> rows(List<MetricCurve> curves) {
        return curves.stream()
                .flatMap(curve -> IntStream.range(0, curve.steps().length).mapToObj(point -> new Row(curve, point)));
    }

    /** Reads one of the files of a folder. */
    static List<MetricCurve> read(Path folder, String name, InterimLooks looks) {
        Path file = folder.resolve(name);
        Map<LearnerMetric, StepRows> curves = new LinkedHashMap<>();
        Map<LearnerMetric, Long> repetitions = new LinkedHashMap<>();
        FILE.read(file, row -> {
            LearnerMetric key = new LearnerMetric(row.get(LEARNER), row.get(METRIC));
            curves.computeIfAbsent(key, k -> new StepRows()).add(row, STEP, List.of(MEAN, ERROR));
            repetitions.putIfAbsent(key, row.get(REPETITIONS));
        });
        if (name.equals(NAME)) {
            LearnerMetric.requireEqual(file, curves, curve -> Arrays.hashCode(curve.steps()), "steps");
        }
        List<MetricCurve> all = new ArrayList<>();
        curves.forEach((key, curve) -> all.add(new MetricCurve(
                key.learner(),
                key.metric(),
                curve.steps(),
                curve.column(0),
                curve.column(1),
                repetitions.getOrDefault(key, 0L),
                looks)));
        return all;
    }
}
