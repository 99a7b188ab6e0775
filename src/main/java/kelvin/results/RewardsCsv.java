package kelvin.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kelvin.metric.RewardHistogram;

/** {@code rewards.csv}: histograms of the rewards of each arm in the problem of the first repetition; ranks count from 1. */
final class RewardsCsv {
    static final String NAME = "rewards.csv";

    private static final Column<Row, Long> ARM = Column.whole("arm", row -> row.arm.arm());
    private static final Column<Row, Long> RANK = Column.whole("rank", row -> row.arm.rank() + 1);
    private static final Column<Row, Double> LOW =
            Column.real("low", row -> row.arm.low()[row.bin]);
    private static final Column<Row, Double> HIGH =
            Column.real("high", row -> row.arm.high()[row.bin]);
    private static final Column<Row, Double> FREQUENCY =
            Column.real("frequency", row -> row.arm.frequency()[row.bin]);
    private static final CsvFile<Row> FILE = new CsvFile<>(List.of(ARM, RANK, LOW, HIGH, FREQUENCY));

    private RewardsCsv() {}

    private record Row(RewardHistogram arm, int bin) {}

    /** Writes the file into a folder. */
    static void write(Path folder, List<RewardHistogram> rewards) throws IOException {
        FILE.write(
                folder.resolve(NAME),
                rewards.stream()
                        .flatMap(arm -> IntStream.range(0, arm.low().length).mapToObj(bin -> new Row(arm, bin))));
    }

    /** Reads the file of a folder. */
    static List<RewardHistogram> read(Path folder) {
        Map<Long, List<double[]>> arms = new LinkedHashMap<>();
        FILE.read(folder.resolve(NAME), row -> {
            List<double[]> bins = arms.computeIfAbsent(row.get(ARM), arm -> new ArrayList<>());
            row.require(row.get(RANK) == arms.size(), RANK, String.valueOf(arms.size()));
            bins.add(new double[] {row.get(LOW), row.get(HIGH), row.get(FREQUENCY)});
        });
        List<RewardHistogram> all = new ArrayList<>();
        arms.forEach((arm, bins) -> all.add(
                new RewardHistogram(arm.intValue(), all.size(), column(bins, 0), column(bins, 1), column(bins, 2))));
        return all;
    }

    private static double[] column(List<double[]> bins, int column) {
        return bins.stream().mapToDouble(bin -> bin[column]).toArray();
    }
}
