package kelvin.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.metric.Trace;
import kelvin.metric.TracedQuantity;

/**
 * {@code trace.csv}: quantities of learners before they choose: probabilities, values, entropy, temperature, and scheduled numbers by their path.
 * A row is a mean over all repetitions with its standard deviation or, where a repetition is named, the value in it.
 */
final class TraceCsv {
    static final String NAME = "trace.csv";

    private static final Column<Row, String> LEARNER = Column.text("learner", row -> row.trace.learner());
    private static final Column<Row, Integer> REPETITION =
            Column.index("repetition", row -> row.trace.ofAll() ? Column.NONE : row.trace.repetition());
    private static final Column<Row, Quantity> QUANTITY = new Column<>(
            "quantity",
            row -> row.trace.number().isEmpty() ? row.trace.quantity().key() : row.trace.number(),
            Quantity::of,
            "probability, value, entropy, temperature or the path of a scheduled number");
    private static final Column<Row, Long> STEP =
            Column.whole("step", row -> row.trace.steps()[row.point]);
    private static final Column<Row, Integer> ARM = Column.index(
            "arm", row -> row.trace.arms().length == 0 ? Column.NONE : row.trace.arms()[row.rank]);
    private static final Column<Row, Integer> RANK =
            Column.index("rank", row -> row.trace.quantity().ofArms() ? row.rank + 1 : Column.NONE);
    private static final Column<Row, Double> MEAN =
            Column.real("mean", row -> row.trace.mean()[row.point][row.rank]);
    private static final Column<Row, Double> DEVIATION =
            Column.real("standard_deviation", row -> row.trace.standardDeviation()[row.point][row.rank]);
    private static final Column<Row, Long> REPETITIONS = Column.whole("repetitions", row -> row.trace.repetitions());
    private static final CsvFile<Row> FILE =
            new CsvFile<>(List.of(LEARNER, REPETITION, QUANTITY, STEP, ARM, RANK, MEAN, DEVIATION, REPETITIONS));

    private TraceCsv() {}

    private record Row(Trace trace, int point, int rank) {
        static Stream<Row> of(Trace trace) {
            return IntStream.range(0, trace.known() ? trace.steps().length : 0)
                    .boxed()
                    .flatMap(point -> IntStream.range(0, trace.mean()[point].length)
                            .mapToObj(rank -> new Row(trace, point, rank)));
        }
    }

    /** Writes the file into a folder. */
    static void write(Path folder, List<Trace> traces) throws IOException {
        FILE.write(folder.resolve(NAME), traces.stream().flatMap(Row::of));
    }

    /** Reads the file of a folder. */
    static List<Trace> read(Path folder) {
        Path file = folder.resolve(NAME);
        Map<Key, RankRows> traces = new LinkedHashMap<>();
        Map<Key, Long> repetitions = new LinkedHashMap<>();
        FILE.read(file, row -> {
            Key key = new Key(row.get(LEARNER), row.get(REPETITION), row.get(QUANTITY));
            traces.computeIfAbsent(key, each -> new RankRows()).add(row, STEP, ARM, RANK, List.of(MEAN, DEVIATION));
            repetitions.put(key, row.get(REPETITIONS));
        });
        List<Trace> all = new ArrayList<>();
        traces.forEach((key, rows) -> {
            rows.requireEven(key.learner, file);
            all.add(new Trace(
                    key.learner,
                    key.repetition == Column.NONE ? Trace.ALL : key.repetition,
                    key.quantity.kind,
                    key.quantity.number,
                    rows.steps(),
                    rows.arms(),
                    rows.table(0),
                    rows.table(1),
                    repetitions.getOrDefault(key, 0L)));
        });
        return all;
    }

    private record Key(String learner, int repetition, Quantity quantity) {}

    /** A quantity as its column has it: its key, or the path of a scheduled number, which has a dot. */
    private record Quantity(TracedQuantity kind, String number) {
        static Quantity of(String cell) {
            return cell.indexOf('.') < 0
                    ? new Quantity(TracedQuantity.valueOf(cell.toUpperCase(Locale.ROOT)), "")
                    : new Quantity(TracedQuantity.SCHEDULED, cell);
        }
    }
}
