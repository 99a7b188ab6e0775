package kelvin.chart;

import java.util.ArrayList;
import java.util.List;
import kelvin.chart.CurveFigure.Range;
import kelvin.chart.axis.StepAxis;
import kelvin.chart.layout.ChartTheme;
import kelvin.metric.Comparison;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.metric.SkewedInterval;

/** Curves of each learner's regret minus the baseline's, paired by repetition. */
final class DifferenceCurves {
    private DifferenceCurves() {}

    static CurveFigure of(ShownLearners shown) {
        Results results = shown.results();
        List<String> learners = shown.learners();
        StepAxis axis =
                StepAxis.of(shown.theme(), results.series(Metric.REGRET).get(0).steps());
        List<StyledCurve> lines = new ArrayList<>();
        String baseline = "";
        for (String learner : learners) {
            List<Comparison> path = results.comparisons().stream()
                    .filter(c -> c.metric() == Metric.REGRET && c.learner().equals(learner))
                    .toList();
            if (!path.isEmpty()) {
                baseline = path.get(0).baseline();
                lines.add(new StyledCurve(curve(results, path), shown.look(learner)));
            }
        }
        double[] steps = lines.get(0).curve().x();
        lines.add(new StyledCurve(
                new Curve(baseline + " (baseline)", steps, new double[steps.length], Band.NONE), ChartTheme.REFERENCE));
        Comparison first = results.comparisons().get(0);
        long pairs = first.repetitions();
        String caption = (pairs == 1
                        ? "Paired difference in one repetition"
                        : "Mean paired difference over " + pairs + " repetitions")
                + "; both learners of a pair meet the same arms and rewards"
                + Band.caption(lines, first.looks(), results.unit(), false) + "."
                + shown.remark();
        return new CurveFigure(
                shown, caption, axis, lines, "regret less that of " + baseline + " (reward units)", Range.FREE);
    }

    private static Curve curve(Results results, List<Comparison> path) {
        Comparison last = path.get(path.size() - 1);
        double[] steps = path.stream().mapToDouble(Comparison::step).toArray();
        double[] differences = path.stream().mapToDouble(Comparison::difference).toArray();
        double[] margins = path.stream().mapToDouble(Comparison::margin).toArray();
        List<SkewedInterval> skewed = results.intervals().stream()
                .filter(interval -> interval.isOf(last.learner(), last.baseline()))
                .toList();
        return new Curve(
                last.learner(),
                steps,
                differences,
                Band.around(steps, differences, margins).with(skewed));
    }
}
