package kelvin.results;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kelvin.contract.Stability;
import kelvin.metric.Comparison;
import kelvin.metric.Pairing;
import kelvin.metric.RunDifference;
import kelvin.metric.StepUnit;
import kelvin.metric.SweepDifference;
import kelvin.metric.SweepPoint;
import kelvin.report.DifferenceTables;
import kelvin.report.VerdictSentence;

/**
 * {@code differences.csv}: the differences between learners of different experiments with their tests, first at the step of the
 * comparison, then at each point of a sweep. Written for people and other programs; it follows from the results that are compared.
 */
@Stability(MAY_CHANGE)
public final class DifferencesCsv {
    /** The name of the file. */
    public static final String NAME = "differences.csv";

    private DifferencesCsv() {}

    private record Row(RunDifference difference, Optional<SweepPoint> point) {
        Comparison comparison() {
            return difference.comparison();
        }
    }

    private static CsvFile<Row> file(StepUnit unit) {
        return new CsvFile<>(List.of(
                Column.text("learner", row -> row.comparison().learner()),
                Column.text("baseline", row -> row.comparison().baseline()),
                Column.<Row>metric(row -> row.comparison().metric()),
                Column.whole("step", row -> row.comparison().step()),
                Column.text("axis", row -> row.point.map(SweepPoint::axis).orElse("")),
                Column.real("value", row -> row.point.map(SweepPoint::value).orElse(Double.NaN)),
                Column.text(
                        "second_axis",
                        row -> row.point.map(SweepPoint::secondAxis).orElse("")),
                Column.real(
                        "second_value",
                        row -> row.point.map(SweepPoint::secondValue).orElse(Double.NaN)),
                Column.<Row, Pairing>word(
                        "test", row -> row.difference.pairing(), List.of(Pairing.values()), DifferenceTables::test),
                Column.real("difference", row -> row.comparison().difference()),
                Column.real("standard_error", row -> row.comparison().standardError()),
                Column.real("ci95_low", row -> row.difference.verdict().low()),
                Column.real("ci95_high", row -> row.difference.verdict().high()),
                Column.real("t", row -> row.comparison().t()),
                Column.real("degrees_of_freedom", row -> row.difference.degrees()),
                Column.real("p", row -> row.comparison().p()),
                Column.real("p_holm", row -> row.comparison().holm()),
                Column.real("wilcoxon_p", row -> row.comparison().wilcoxon()),
                Column.whole("repetitions", row -> row.difference.repetitions()),
                Column.whole("baseline_repetitions", row -> row.difference.baselineRepetitions()),
                Column.text("verdict", row -> VerdictSentence.of(row.comparison(), unit))));
    }

    /**
     * Writes the file.
     *
     * @param out where to
     * @param differences the differences at one step
     * @param swept the differences at points of sweeps
     * @param unit the unit of steps
     * @throws IOException if {@code out} throws it
     */
    public static void write(
            Appendable out, List<RunDifference> differences, List<SweepDifference> swept, StepUnit unit)
            throws IOException {
        file(unit)
                .write(
                        out,
                        Stream.concat(
                                differences.stream().map(each -> new Row(each, Optional.empty())),
                                swept.stream().map(each -> new Row(each.difference(), Optional.of(each.point())))));
    }
}
