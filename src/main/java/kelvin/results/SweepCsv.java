package kelvin.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kelvin.metric.BestPoints;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.metric.SweepPoint;

/** {@code sweep.csv}: the mean of each metric at every point of a sweep; the best point of each learner is marked, unless points differ in the problem. */
final class SweepCsv {
    static final String NAME = "sweep.csv";

    private static final Column<SweepPoint, String> AXIS = Column.text("axis", SweepPoint::axis);
    private static final Column<SweepPoint, Double> VALUE = Column.real("value", SweepPoint::value);
    private static final Column<SweepPoint, String> SECOND_AXIS = Column.text("second_axis", SweepPoint::secondAxis);
    private static final Column<SweepPoint, Double> SECOND_VALUE = Column.real("second_value", SweepPoint::secondValue);
    private static final Column<SweepPoint, String> LEARNER = Column.text("learner", SweepPoint::learner);
    private static final Column<SweepPoint, Metric> METRIC = Column.metric(SweepPoint::metric);
    private static final Column<SweepPoint, Double> MEAN = Column.real("mean", SweepPoint::mean);
    private static final Column<SweepPoint, Double> ERROR = Column.real("standard_error", SweepPoint::standardError);
    private static final Column<SweepPoint, Double> LOW = Column.real("ci95_low", SweepPoint::low);
    private static final Column<SweepPoint, Double> HIGH = Column.real("ci95_high", SweepPoint::high);
    private static final Column<SweepPoint, Long> REPETITIONS = Column.whole("repetitions", SweepPoint::repetitions);

    private SweepCsv() {}

    /** Writes the file into a folder. */
    static void write(Path folder, Results results) throws IOException {
        Set<SweepPoint> best = new HashSet<>();
        for (Metric metric : Metric.values()) {
            BestPoints points = BestPoints.of(results.axes(), metric, results.swept());
            if (!points.conditional()) {
                best.addAll(points.ofLearners());
            }
        }
        file(best).write(folder.resolve(NAME), results.swept().stream());
    }

    private static CsvFile<SweepPoint> file(Set<SweepPoint> best) {
        Column<SweepPoint, String> mark = Column.text("best", point -> best.contains(point) ? "best" : "");
        return new CsvFile<>(List.of(
                AXIS, VALUE, SECOND_AXIS, SECOND_VALUE, LEARNER, METRIC, MEAN, ERROR, LOW, HIGH, REPETITIONS, mark));
    }

    /** Reads the file of a folder. */
    static List<SweepPoint> read(Path folder) {
        List<SweepPoint> all = new ArrayList<>();
        file(Set.of())
                .read(
                        folder.resolve(NAME),
                        row -> all.add(new SweepPoint(
                                row.get(AXIS),
                                row.get(VALUE),
                                row.get(SECOND_AXIS),
                                row.get(SECOND_VALUE),
                                row.get(LEARNER),
                                row.get(METRIC),
                                row.get(MEAN),
                                row.get(ERROR),
                                row.get(LOW),
                                row.get(HIGH),
                                row.get(REPETITIONS))));
        return all;
    }
}
