package kelvin.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kelvin.metric.Trace;
import kelvin.metric.TracedQuantity;
import kelvin.yaml.BadInput;
import org.apache.commons.csv.CSVPrinter;

/**
 * {@code trace.csv}: what learners were about to do. A row is a mean over all repetitions with its standard deviation, or, where a
 * repetition is named, what it was there.
 */
final class TraceCsv {
    static final String NAME = "trace.csv";
    static final List<String> HEADER = List.of(
            "learner", "repetition", "quantity", "step", "arm", "rank", "mean", "standard_deviation", "repetitions");

    private TraceCsv() {}

    static void write(Path folder, List<Trace> traces) throws IOException {
        try (CSVPrinter csv = ResultsWriter.open(folder.resolve(NAME), HEADER)) {
            for (Trace trace : traces) {
                for (int point = 0; trace.known() && point < trace.steps().length; point++) {
                    write(csv, trace, point);
                }
            }
        }
    }

    private static void write(CSVPrinter csv, Trace trace, int point) throws IOException {
        boolean named = trace.arms().length > 0;
        for (int rank = 0; rank < trace.mean()[point].length; rank++) {
            csv.printRecord(
                    trace.learner(),
                    trace.ofAll() ? "" : String.valueOf(trace.repetition()),
                    trace.quantity().key(),
                    trace.steps()[point],
                    named ? String.valueOf(trace.arms()[rank]) : "",
                    trace.quantity().ofArms() ? String.valueOf(rank + 1) : "",
                    ResultsWriter.number(trace.mean()[point][rank]),
                    ResultsWriter.number(trace.standardDeviation()[point][rank]),
                    trace.repetitions());
        }
    }

    static List<Trace> read(Path folder) {
        Path file = folder.resolve(NAME);
        Map<Key, Rows> traces = new LinkedHashMap<>();
        CsvRow.each(
                file,
                HEADER,
                row -> traces.computeIfAbsent(Key.of(row), key -> new Rows()).add(row));
        List<Trace> all = new ArrayList<>();
        traces.forEach((key, rows) -> all.add(rows.trace(key, file)));
        return all;
    }

    private record Key(String learner, int repetition, TracedQuantity quantity) {
        static Key of(CsvRow row) {
            String key = row.text("quantity");
            TracedQuantity quantity = Stream.of(TracedQuantity.values())
                    .filter(each -> each.key().equals(key))
                    .findFirst()
                    .orElse(TracedQuantity.ENTROPY);
            row.require(
                    quantity.key().equals(key),
                    "quantity",
                    "one of "
                            + String.join(
                                    ", ",
                                    Stream.of(TracedQuantity.values())
                                            .map(TracedQuantity::key)
                                            .toList()));
            int repetition = row.text("repetition").isEmpty() ? Trace.ALL : (int) row.whole("repetition");
            return new Key(row.text("learner"), repetition, quantity);
        }
    }

    /** The rows of one trace as they come in: per step, ranks from 1. */
    private static final class Rows {
        private final List<Long> steps = new ArrayList<>();
        private final List<Integer> arms = new ArrayList<>();
        private final List<List<Double>> means = new ArrayList<>();
        private final List<List<Double>> deviations = new ArrayList<>();
        private long repetitions;

        void add(CsvRow row) {
            long step = row.whole("step");
            long last = steps.isEmpty() ? 0 : steps.get(steps.size() - 1);
            if (step != last) {
                row.require(step > last, "step", "above the step before it");
                steps.add(step);
                means.add(new ArrayList<>());
                deviations.add(new ArrayList<>());
            }
            List<Double> ranks = means.get(means.size() - 1);
            String rank = row.text("rank");
            row.require(
                    rank.isEmpty() ? ranks.isEmpty() : rank.equals(String.valueOf(ranks.size() + 1)),
                    "rank",
                    String.valueOf(ranks.size() + 1));
            ranks.add(row.real("mean"));
            deviations.get(deviations.size() - 1).add(row.real("standard_deviation"));
            if (steps.size() == 1 && !row.text("arm").isEmpty()) {
                arms.add((int) row.whole("arm"));
            }
            repetitions = row.whole("repetitions");
        }

        Trace trace(Key key, Path file) {
            int width = means.get(0).size();
            if (means.stream().anyMatch(each -> each.size() != width) || !(arms.isEmpty() || arms.size() == width)) {
                throw new BadInput(file + ": every step of '" + key.learner
                        + "' must have the same ranks and arms; the file" + " is cut short or mixed");
            }
            return new Trace(
                    key.learner,
                    key.repetition,
                    key.quantity,
                    steps.stream().mapToLong(Long::longValue).toArray(),
                    arms.stream().mapToInt(Integer::intValue).toArray(),
                    CsvRow.table(means),
                    CsvRow.table(deviations),
                    repetitions);
        }
    }
}
