package kelvin.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kelvin.metric.RegretBound;

/** {@code bounds.csv}: theoretical bounds of regret over time, where the testbed knows any. */
final class BoundsCsv {
    static final String NAME = "bounds.csv";

    private static final Column<Row, String> BOUND = Column.text("bound", row -> row.bound.name());
    private static final Column<Row, Long> STEP =
            Column.whole("step", row -> row.bound.steps()[row.point]);
    private static final Column<Row, Double> REGRET =
            Column.real("regret", row -> row.bound.regret()[row.point]);
    private static final CsvFile<Row> FILE = new CsvFile<>(List.of(BOUND, STEP, REGRET));

    private BoundsCsv() {}

    private record Row(RegretBound bound, int point) {}

    /** Writes the file into a folder. */
    static void write(Path folder, List<RegretBound> bounds) throws IOException {
        FILE.write(
                folder.resolve(NAME),
                bounds.stream()
                        .flatMap(bound ->
                                IntStream.range(0, bound.steps().length).mapToObj(point -> new Row(bound, point))));
    }

    /** Reads the file of a folder. */
    static List<RegretBound> read(Path folder) {
        Map<String, StepRows> lines = new LinkedHashMap<>();
        FILE.read(
                folder.resolve(NAME),
                row -> lines.computeIfAbsent(row.get(BOUND), name -> new StepRows())
                        .add(row, STEP, List.of(REGRET)));
        List<RegretBound> all = new ArrayList<>();
        lines.forEach((name, line) -> all.add(new RegretBound(name, line.steps(), line.column(0))));
        return all;
    }
}
