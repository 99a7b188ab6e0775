package kelvin.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kelvin.metric.InterimLooks;
import kelvin.metric.Metric;
import kelvin.metric.RunValues;

/** {@code runs.csv}: the value of each metric at the horizon, for every repetition. */
final class RunsCsv {
    static final String NAME = "runs.csv";

    private static final Column<Row, String> LEARNER = Column.text("learner", row -> row.runs.learner());
    private static final Column<Row, Long> REPETITION = Column.whole("repetition", row -> row.repetition);
    private static final Column<Row, Metric> METRIC = Column.metric(row -> row.runs.metric());
    private static final Column<Row, Double> VALUE =
            Column.real("value", row -> row.runs.values()[row.repetition]);
    private static final CsvFile<Row> FILE = new CsvFile<>(List.of(LEARNER, REPETITION, METRIC, VALUE));

    private RunsCsv() {}

    private record Row(RunValues runs, int repetition) {}

    /** Writes the file into a folder. */
    static void write(Path folder, List<RunValues> all) throws IOException {
        FILE.write(
                folder.resolve(NAME),
                all.stream()
                        .flatMap(runs -> IntStream.range(0, runs.values().length)
                                .mapToObj(repetition -> new Row(runs, repetition))));
    }

    /** Reads the file of a folder. */
    static List<RunValues> read(Path folder, InterimLooks looks) {
        Path file = folder.resolve(NAME);
        Map<LearnerMetric, DoubleBuffer> runs = new LinkedHashMap<>();
        FILE.read(file, row -> {
            DoubleBuffer run = runs.computeIfAbsent(
                    new LearnerMetric(row.get(LEARNER), row.get(METRIC)), key -> new DoubleBuffer());
            row.require(row.get(REPETITION) == run.size(), REPETITION, String.valueOf(run.size()));
            run.add(row.get(VALUE));
        });
        LearnerMetric.requireEqual(file, runs, DoubleBuffer::size, "number of repetitions");
        List<RunValues> all = new ArrayList<>();
        runs.forEach((key, run) -> all.add(new RunValues(key.learner(), key.metric(), run.all(), looks)));
        return all;
    }
}
