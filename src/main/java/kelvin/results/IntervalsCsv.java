package kelvin.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.metric.SkewedInterval;
import org.apache.commons.csv.CSVPrinter;

/**
 * {@code intervals.csv}: 95 % bootstrap intervals of mean regret over time, and of its differences from a baseline, at the steps at which
 * repetitions are too skewed for Student's.
 */
final class IntervalsCsv {
    static final String NAME = "intervals.csv";
    private static final List<String> HEADER = List.of("learner", "baseline", "step", "bca95_low", "bca95_high");

    private IntervalsCsv() {}

    static void write(Path folder, List<SkewedInterval> intervals) throws IOException {
        try (CSVPrinter csv = ResultsWriter.open(folder.resolve(NAME), HEADER)) {
            for (SkewedInterval each : intervals) {
                csv.printRecord(
                        each.learner(),
                        each.baseline(),
                        each.step(),
                        ResultsWriter.number(each.low()),
                        ResultsWriter.number(each.high()));
            }
        }
    }

    static List<SkewedInterval> read(Path folder) {
        List<SkewedInterval> intervals = new ArrayList<>();
        CsvRow.each(
                folder.resolve(NAME),
                HEADER,
                row -> intervals.add(new SkewedInterval(
                        row.text("learner"),
                        row.text("baseline"),
                        row.whole("step"),
                        row.real("bca95_low"),
                        row.real("bca95_high"))));
        return intervals;
    }
}
