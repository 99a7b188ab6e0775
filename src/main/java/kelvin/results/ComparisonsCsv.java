package kelvin.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kelvin.metric.Comparison;
import kelvin.metric.Metric;
import kelvin.metric.RunValues;
import kelvin.metric.StepUnit;
import kelvin.metric.Verdict;
import kelvin.report.VerdictSentence;

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

    private ComparisonsCsv() {}

    /** Returns the column of verdicts in words, with the noun for steps of a unit. */
    private static Column<Comparison, String> verdict(StepUnit unit) {
        return Column.text("verdict", comparison -> VerdictSentence.of(comparison, unit));
    }

    private static CsvFile<Comparison> file(Column<Comparison, String> verdict) {
        return new CsvFile<>(
                List.of(LEARNER, BASELINE, METRIC, STEP, DIFFERENCE, ERROR, T, P, HOLM, WILCOXON, verdict));
    }

    /** Writes the file into a folder. */
    static void write(Path folder, List<Comparison> comparisons, StepUnit unit) throws IOException {
        file(verdict(unit)).write(folder.resolve(NAME), comparisons.stream());
    }

    /** Reads the file of a folder; verdicts are concluded again from the values of all repetitions. */
    static List<Comparison> read(Path folder, List<RunValues> trials) {
        Column<Comparison, String> words = verdict(StepUnit.STEP);
        List<Comparison> all = new ArrayList<>();
        file(words).read(folder.resolve(NAME), row -> {
            row.require(row.get(STEP) > 0, STEP, "1 or later");
            all.add(new Comparison(
                    row.get(LEARNER),
                    row.get(BASELINE),
                    row.get(METRIC),
                    row.get(STEP),
                    row.get(DIFFERENCE),
                    row.get(ERROR),
                    trials.get(0).values().length,
                    trials.get(0).looks(),
                    row.get(T),
                    row.get(P),
                    row.get(HOLM),
                    row.get(WILCOXON),
                    row.get(words).isEmpty() ? Optional.empty() : Optional.of(verdict(row, trials))));
        });
        return all;
    }

    private static Verdict verdict(CsvRow row, List<RunValues> trials) {
        RunValues learner = values(row, LEARNER, trials);
        return Verdict.of(learner.minus(values(row, BASELINE, trials)), row.get(HOLM));
    }

    private static RunValues values(CsvRow row, Column<Comparison, String> label, List<RunValues> trials) {
        Optional<RunValues> found = trials.stream()
                .filter(each -> each.metric() == row.get(METRIC))
                .filter(each -> each.learner().equals(row.get(label)))
                .findFirst();
        row.require(found.isPresent(), label, "a learner with this metric in " + RunsCsv.NAME);
        return found.orElseThrow();
    }
}
