package kelvin.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kelvin.metric.RunSummary;
import kelvin.metric.RunValues;

/** {@code summary.csv}: the distribution of each metric over repetitions. Written for people; it follows from {@code runs.csv}. */
final class SummaryCsv {
    static final String NAME = "summary.csv";

    private static final CsvFile<Row> FILE = new CsvFile<>(List.of(
            Column.text("learner", row -> row.runs.learner()),
            Column.<Row>metric(row -> row.runs.metric()),
            Column.real("mean", row -> row.summary.mean()),
            Column.real("standard_error", row -> row.summary.standardError()),
            Column.real("ci95_low", row -> row.summary.low()),
            Column.real("ci95_high", row -> row.summary.high()),
            Column.real("min", row -> row.summary.min()),
            Column.real("q05", row -> row.summary.q05()),
            Column.real("median", row -> row.summary.median()),
            Column.real("q95", row -> row.summary.q95()),
            Column.real("max", row -> row.summary.max()),
            Column.real("skewness", row -> row.summary.skewness()),
            Column.real("bca95_low", row -> row.summary.bcaLow()),
            Column.real("bca95_high", row -> row.summary.bcaHigh()),
            Column.whole("repetitions", row -> row.summary.repetitions())));

    private SummaryCsv() {}

    private record Row(RunValues runs, RunSummary summary) {}

    /** Writes a file, whatever its name. */
    static void write(Path file, List<RunValues> all) throws IOException {
        FILE.write(file, all.stream().map(runs -> new Row(runs, RunSummary.of(runs))));
    }
}
