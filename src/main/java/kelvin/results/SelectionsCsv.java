package kelvin.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.metric.SelectionShares;

/** {@code selections.csv}: the share of repetitions in which each arm was selected, at every reported step. */
final class SelectionsCsv {
    static final String NAME = "selections.csv";

    private static final Column<Row, String> LEARNER = Column.text("learner", row -> row.shares.learner());
    private static final Column<Row, Long> STEP =
            Column.whole("step", row -> row.shares.steps()[row.point]);
    private static final Column<Row, Integer> ARM = Column.index(
            "arm",
            row -> row.shares.arms().length == 0 ? Column.NONE : row.shares.arms()[row.rank]);
    private static final Column<Row, Integer> RANK = Column.index("rank", row -> row.rank + 1);
    private static final Column<Row, Double> FREQUENCY =
            Column.real("frequency", row -> row.shares.frequency()[row.point][row.rank]);
    private static final CsvFile<Row> FILE = new CsvFile<>(List.of(LEARNER, STEP, ARM, RANK, FREQUENCY));

    private SelectionsCsv() {}

    private record Row(SelectionShares shares, int point, int rank) {
        static Stream<Row> of(SelectionShares shares) {
            return IntStream.range(0, shares.steps().length)
                    .boxed()
                    .flatMap(point -> IntStream.range(0, shares.frequency()[point].length)
                            .mapToObj(rank -> new Row(shares, point, rank)));
        }
    }

    /** Writes the file into a folder. */
    static void write(Path folder, List<SelectionShares> selections) throws IOException {
        FILE.write(folder.resolve(NAME), selections.stream().flatMap(Row::of));
    }

    /** Reads the file of a folder. */
    static List<SelectionShares> read(Path folder) {
        Path file = folder.resolve(NAME);
        Map<String, RankRows> learners = new LinkedHashMap<>();
        FILE.read(
                file,
                row -> learners.computeIfAbsent(row.get(LEARNER), label -> new RankRows())
                        .add(row, STEP, ARM, RANK, List.of(FREQUENCY)));
        List<SelectionShares> all = new ArrayList<>();
        learners.forEach((label, rows) -> {
            rows.requireEven(label, file);
            all.add(new SelectionShares(label, rows.steps(), rows.arms(), rows.table(0)));
        });
        return all;
    }
}
