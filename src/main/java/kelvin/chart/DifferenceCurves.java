package kelvin.chart;

import java.util.ArrayList;
import java.util.List;
import kelvin.chart.CurveFigure.Range;
import kelvin.metric.Comparison;
import kelvin.metric.Metric;
import kelvin.metric.Results;

/** How much more or less regret each learner has than the baseline, in pairs of repetitions. */
final class DifferenceCurves {
    private DifferenceCurves() {}

    static CurveFigure of(Shown shown) {
        Results results = shown.results();
        List<String> learners = shown.learners();
        StepAxis axis = StepAxis.ofRegret(results.series(Metric.REGRET));
        List<Line> lines = new ArrayList<>();
        String baseline = "";
        for (String learner : learners) {
            List<Comparison> path = results.comparisons().stream()
                    .filter(c -> c.metric() == Metric.REGRET && c.learner().equals(learner))
                    .toList();
            if (!path.isEmpty()) {
                baseline = path.get(0).baseline();
                lines.add(new Line(curve(learner, path).thinned(axis), learners.indexOf(learner)));
            }
        }
        long[] ends = {(long) axis.start(), axis.horizon()};
        lines.add(new Line(Curve.plain(baseline + " (baseline)", ends, new double[2]), House.REFERENCE));
        Comparison first = results.comparisons().get(0);
        long pairs = first.repetitions();
        String caption = "Mean difference of " + pairs + " pairs of repetitions, each pair on the same arms and rewards"
                + (pairs > 1
                        ? "; bands: 95 % Student intervals at each step alone"
                                + first.looks().adjusted() + "."
                        : ".")
                + shown.remark();
        return new CurveFigure(results, caption, axis, lines, "regret less that of " + baseline, Range.FREE);
    }

    private static Curve curve(String learner, List<Comparison> path) {
        return new Curve(
                learner,
                path.stream().mapToDouble(Comparison::step).toArray(),
                path.stream().mapToDouble(Comparison::difference).toArray(),
                path.stream().mapToDouble(Comparison::margin).toArray());
    }
}
