package kelvin.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.metric.SkewedInterval;

/**
 * {@code intervals.csv}: 95 % bootstrap intervals of mean regret over time, and of its differences from a baseline, at the steps at which
 * repetitions are too skewed for Student's.
 */
final class IntervalsCsv {
    static final String NAME = "intervals.csv";

    private static final Column<SkewedInterval, String> LEARNER = Column.text("learner", SkewedInterval::learner);
    private static final Column<SkewedInterval, String> BASELINE = Column.text("baseline", SkewedInterval::baseline);
    private static final Column<SkewedInterval, Long> STEP = Column.whole("step", SkewedInterval::step);
    private static final Column<SkewedInterval, Double> LOW = Column.real("bca95_low", SkewedInterval::low);
    private static final Column<SkewedInterval, Double> HIGH = Column.real("bca95_high", SkewedInterval::high);
    private static final CsvFile<SkewedInterval> FILE = new CsvFile<>(List.of(LEARNER, BASELINE, STEP, LOW, HIGH));

    private IntervalsCsv() {}

    /** Writes the file into a folder. */
    static void write(Path folder, List<SkewedInterval> intervals) throws IOException {
        FILE.write(folder.resolve(NAME), intervals.stream());
    }

    /** Reads the file of a folder. */
    static List<SkewedInterval> read(Path folder) {
        List<SkewedInterval> intervals = new ArrayList<>();
        FILE.read(
                folder.resolve(NAME),
                row -> intervals.add(new SkewedInterval(
                        row.get(LEARNER), row.get(BASELINE), row.get(STEP), row.get(LOW), row.get(HIGH))));
        return intervals;
    }
}
