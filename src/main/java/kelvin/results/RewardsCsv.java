package kelvin.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.metric.RewardHistogram;
import org.apache.commons.csv.CSVPrinter;

/** {@code rewards.csv}: how the rewards of each arm are distributed in the problem of the first repetition; ranks count from 1. */
final class RewardsCsv {
    static final String NAME = "rewards.csv";
    private static final List<String> HEADER = List.of("arm", "rank", "low", "high", "frequency");

    private RewardsCsv() {}

    static void write(Path folder, List<RewardHistogram> rewards) throws IOException {
        try (CSVPrinter csv = ResultsWriter.open(folder.resolve(NAME), HEADER)) {
            for (RewardHistogram arm : rewards) {
                for (int bin = 0; bin < arm.low().length; bin++) {
                    csv.printRecord(
                            arm.arm(),
                            arm.rank() + 1,
                            ResultsWriter.number(arm.low()[bin]),
                            ResultsWriter.number(arm.high()[bin]),
                            ResultsWriter.number(arm.frequency()[bin]));
                }
            }
        }
    }

    static List<RewardHistogram> read(Path folder) {
        Map<Integer, List<double[]>> arms = new LinkedHashMap<>();
        CsvRow.each(folder.resolve(NAME), HEADER, row -> {
            List<double[]> bins = arms.computeIfAbsent((int) row.whole("arm"), arm -> new ArrayList<>());
            row.require(row.whole("rank") == arms.size(), "rank", String.valueOf(arms.size()));
            bins.add(new double[] {row.real("low"), row.real("high"), row.real("frequency")});
        });
        List<RewardHistogram> all = new ArrayList<>();
        arms.forEach((arm, bins) ->
                all.add(new RewardHistogram(arm, all.size(), column(bins, 0), column(bins, 1), column(bins, 2))));
        return all;
    }

    private static double[] column(List<double[]> bins, int column) {
        return bins.stream().mapToDouble(bin -> bin[column]).toArray();
    }
}
