package kelvin.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import kelvin.metric.Comparison;
import kelvin.metric.InterimLooks;
import kelvin.metric.Metric;

/** {@code comparisons.csv}: the paired tests of each learner against the baseline. */
final class ComparisonsCsv {
    static final String NAME = "comparisons.csv";

    private static final Column<Comparison, String> LEARNER = Column.text("learner", Comparison::learner);
    private static final Column<Comparison, String> BASELINE = Column.text("baseline", Comparison::baseline);
    private static final Column<Comparison, Metric> METRIC = Column.metric(Comparison::metric);
    private static final Column<Comparison, Long> STEP = Column.whole("step", Comparison::step);
    private static final Column<Comparison, Double> DIFFERENCE = Column.real("difference", Comparison::difference);
    private static final Column<Comparison, Double> ERROR = Column.real("standard_error", Comparison::standardError);
    private static final Column<Comparison, Double> T = Column.real("t", Comparison::t);
    private static final Column<Comparison, Double> P = Column.real("p", Comparison::p);
    private static final Column<Comparison, Double> HOLM = Column.real("p_holm", Comparison::holm);
    private static final Column<Comparison, Double> WILCOXON = Column.real("wilcoxon_p", Comparison::wilcoxon);
    private static final Column<Comparison, String> VERDICT = Column.text("verdict", Comparison::verdict);
    private static final CsvFile<Comparison> FILE =
            new CsvFile<>(LEARNER, BASELINE, METRIC, STEP, DIFFERENCE, ERROR, T, P, HOLM, WILCOXON, VERDICT);

    private ComparisonsCsv() {}

    /** Writes the file into a folder. */
    static void write(Path folder, List<Comparison> comparisons) throws IOException {
        FILE.write(folder.resolve(NAME), comparisons.stream());
    }

    /** Reads the file of a folder. */
    static List<Comparison> read(Path folder, long repetitions, InterimLooks looks) {
        List<Comparison> all = new ArrayList<>();
        FILE.read(folder.resolve(NAME), row -> {
            row.require(row.get(STEP) > 0, STEP, "1 or later");
            all.add(new Comparison(
                    row.get(LEARNER),
                    row.get(BASELINE),
                    row.get(METRIC),
                    row.get(STEP),
                    row.get(DIFFERENCE),
                    row.get(ERROR),
                    repetitions,
                    looks,
                    row.get(T),
                    row.get(P),
                    row.get(HOLM),
                    row.get(WILCOXON),
                    row.get(VERDICT)));
        });
        return all;
    }
}
