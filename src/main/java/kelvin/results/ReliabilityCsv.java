package kelvin.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.metric.ReliabilityBin;

/** {@code reliability.csv}: predicted beside true expected rewards, by bin of the prediction. */
final class ReliabilityCsv {
    static final String NAME = "reliability.csv";

    private static final Column<ReliabilityBin, String> LEARNER = Column.text("learner", ReliabilityBin::learner);
    private static final Column<ReliabilityBin, Double> LOW = Column.real("low", ReliabilityBin::low);
    private static final Column<ReliabilityBin, Double> HIGH = Column.real("high", ReliabilityBin::high);
    private static final Column<ReliabilityBin, Double> PREDICTED = Column.real("predicted", ReliabilityBin::predicted);
    private static final Column<ReliabilityBin, Double> ACTUAL = Column.real("actual", ReliabilityBin::actual);
    private static final Column<ReliabilityBin, Double> SHARE = Column.real("share", ReliabilityBin::share);
    static final CsvFile<ReliabilityBin> FILE = new CsvFile<>(List.of(LEARNER, LOW, HIGH, PREDICTED, ACTUAL, SHARE));

    private ReliabilityCsv() {}

    /** Writes the file into a folder. */
    static void write(Path folder, List<ReliabilityBin> rows) throws IOException {
        FILE.write(folder.resolve(NAME), rows.stream());
    }

    /** Reads the file of a folder. */
    static List<ReliabilityBin> read(Path folder) {
        List<ReliabilityBin> rows = new ArrayList<>();
        FILE.read(
                folder.resolve(NAME),
                row -> rows.add(new ReliabilityBin(
                        row.get(LEARNER),
                        row.get(LOW),
                        row.get(HIGH),
                        row.get(PREDICTED),
                        row.get(ACTUAL),
                        row.get(SHARE))));
        return rows;
    }
}
