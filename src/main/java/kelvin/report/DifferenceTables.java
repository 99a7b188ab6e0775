package kelvin.report;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kelvin.contract.Stability;
import kelvin.metric.Comparison;
import kelvin.metric.Decimals;
import kelvin.metric.Metric;
import kelvin.metric.MetricCurve;
import kelvin.metric.Pairing;
import kelvin.metric.Results;
import kelvin.metric.RunDifference;
import kelvin.metric.RunSummary;
import kelvin.metric.StepUnit;
import kelvin.metric.SweepDifference;
import kelvin.metric.SweptAxis;
import kelvin.metric.Verdict;
import kelvin.metric.Verdict.Outcome;

/** The tables of a comparison of experiments as rows of cells, the header first; for the console and for a page. */
@Stability(MAY_CHANGE)
public final class DifferenceTables {
    private static final double PERCENT = 100;

    private DifferenceTables() {}

    /**
     * Returns the table of what each learner has at the last step, in the order of the results.
     *
     * @param results the results of all learners, with their values at the horizon where these are known
     * @return header and rows
     */
    public static List<List<String>> numbers(Results results) {
        List<List<String>> rows = new ArrayList<>();
        boolean known = !results.trials().isEmpty();
        boolean counted = results.series().stream()
                        .map(MetricCurve::repetitions)
                        .distinct()
                        .count()
                > 1;
        List<String> header = new ArrayList<>(List.of("learner", "regret", "95 % interval"));
        if (known) {
            header.addAll(List.of(Remarks.optimalAction(results), Standing.name(Metric.REWARD, results.unit())));
        }
        if (counted) {
            header.add("repetitions");
        }
        rows.add(header);
        for (MetricCurve curve : results.series(Metric.REGRET)) {
            List<String> row = new ArrayList<>(regret(results, curve));
            if (known) {
                row.add(Standing.percent(
                        mean(results, Metric.OPTIMAL_ACTION, curve.learner()).mean()));
                RunSummary reward = mean(results, Metric.REWARD, curve.learner());
                row.add(Decimals.of(reward.standardError()).text(reward.mean()));
            }
            if (counted) {
                row.add(String.valueOf(curve.repetitions()));
            }
            rows.add(row);
        }
        return rows;
    }

    /** Returns the label of a learner, and its regret at the last step with the interval that the experiment's own report gives. */
    private static List<String> regret(Results results, MetricCurve curve) {
        int i = curve.steps().length - 1;
        double mean = curve.mean()[i];
        Decimals decimals = Decimals.of(curve.standardError()[i]);
        String interval = results.intervals().stream()
                .filter(each -> each.isOf(curve.learner(), "") && each.step() == curve.steps()[i])
                .findFirst()
                .map(skewed -> decimals.interval(skewed.low(), skewed.high()))
                .orElseGet(() -> decimals.interval(mean - curve.margin(i), mean + curve.margin(i)));
        return List.of(curve.learner(), decimals.text(mean), interval);
    }

    private static RunSummary mean(Results results, Metric metric, String learner) {
        return results.trials(metric).stream()
                .filter(trials -> trials.learner().equals(learner))
                .findFirst()
                .map(RunSummary::of)
                .orElseThrow();
    }

    /**
     * Returns the table of the differences in one metric.
     *
     * @param differences the differences
     * @param unit the unit of steps
     * @return header and rows
     */
    public static List<List<String>> differences(List<RunDifference> differences, StepUnit unit) {
        Metric metric = differences.get(0).comparison().metric();
        String measure = Standing.name(metric, unit) + " difference" + (metric.fraction() ? " (points)" : "");
        return Stream.concat(
                        Stream.of(List.of("learner", "minus", measure, "95 % interval", "p (Holm)", "test")),
                        differences.stream().map(DifferenceTables::row))
                .toList();
    }

    private static List<String> row(RunDifference difference) {
        Comparison c = difference.comparison();
        List<String> row = new ArrayList<>(List.of(c.learner(), c.baseline()));
        row.addAll(numbers(difference));
        return row;
    }

    private static List<String> numbers(RunDifference difference) {
        Comparison c = difference.comparison();
        Verdict verdict = difference.verdict();
        double scale = c.metric().fraction() ? PERCENT : 1;
        Decimals decimals = Decimals.of(scale * c.standardError());
        boolean equal = verdict.outcome() == Outcome.EQUAL;
        return List.of(
                equal ? "0" : decimals.text(scale * c.difference()).replaceFirst("^−(?=[0.]+$)", ""),
                decimals.interval(scale * verdict.low(), scale * verdict.high()) + (verdict.skewed() ? " *" : ""),
                Double.isNaN(c.holm()) ? "–" : Decimals.pText(c.holm()),
                equal ? "identical" : test(difference.pairing()));
    }

    /**
     * Returns the table of the differences of regret at the points of sweeps.
     *
     * @param axes the axes of the sweeps
     * @param swept the differences at all points
     * @return header and rows; no rows where there are none
     */
    public static List<List<String>> swept(List<SweptAxis> axes, List<SweepDifference> swept) {
        List<List<String>> rows = new ArrayList<>();
        for (SweepDifference each : swept) {
            Comparison c = each.difference().comparison();
            if (c.metric() == Metric.REGRET) {
                List<String> row = new ArrayList<>(List.of(c.learner(), c.baseline()));
                for (int i = 0; i < axes.size(); i++) {
                    row.add(axes.get(i).text(each.point().value(i)));
                }
                row.addAll(numbers(each.difference()));
                rows.add(row);
            }
        }
        if (!rows.isEmpty()) {
            List<String> header = new ArrayList<>(List.of("learner", "minus"));
            axes.forEach(axis -> header.add(axis.name()));
            header.addAll(List.of("regret difference", "95 % interval", "p (Holm)", "test"));
            rows.add(0, header);
        }
        return rows;
    }

    /**
     * Returns the note that explains the mark of bootstrap intervals.
     *
     * @param differences the differences of a table
     * @return a sentence; none where no interval has the mark
     */
    public static Optional<String> note(List<RunDifference> differences) {
        return differences.stream().anyMatch(each -> each.verdict().skewed())
                ? Optional.of(
                        "* Bootstrap interval (BCa): the values are too skewed for a t interval at this number of repetitions.")
                : Optional.empty();
    }

    /**
     * Returns the name of the test that a pairing calls for.
     *
     * @param pairing how repetitions depend on each other
     * @return a word
     */
    public static String test(Pairing pairing) {
        return switch (pairing) {
            case PAIRED -> "paired";
            case INDEPENDENT -> "unpaired";
            case BOUNDED -> "bound";
        };
    }
}
