package kelvin.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kelvin.metric.Metric;
import kelvin.metric.MetricCurve;
import kelvin.metric.RegretBound;
import kelvin.metric.Results;

/**
 * Proven regret bounds as lines of a chart, drawn from the first step on at which no learner is below; a bound that
 * holds in the limit, or on the worst problem of a class, says nothing of earlier steps, and nothing of a problem on
 * which a learner ends below it.
 */
final class BoundLines {
    private BoundLines() {}

    /** Returns the bounds that can be drawn. */
    static List<Curve> of(Results results) {
        List<Curve> lines = new ArrayList<>();
        for (RegretBound bound : results.bounds()) {
            line(bound, results.series(Metric.REGRET)).ifPresent(lines::add);
        }
        return lines;
    }

    /** Returns the caption's sentence about the bounds; empty where none is drawn. */
    static String remark(Results results) {
        return of(results).isEmpty()
                ? ""
                : " Dashed: proven lower bounds, drawn from where no learner is below. An asymptotic bound is a slope, not a floor; a minimax"
                        + " bound need not hold on this problem.";
    }

    private static Optional<Curve> line(RegretBound bound, List<MetricCurve> learners) {
        long[] steps = bound.steps();
        int from = steps.length;
        while (from > 0 && allAbove(bound, from - 1, learners)) {
            from--;
        }
        return from == steps.length
                ? Optional.empty()
                : Optional.of(Curve.plain(
                        bound.name(),
                        Arrays.copyOfRange(steps, from, steps.length),
                        Arrays.copyOfRange(bound.regret(), from, steps.length)));
    }

    private static boolean allAbove(RegretBound bound, int i, List<MetricCurve> learners) {
        return learners.stream().allMatch(learner -> {
            int at = Arrays.binarySearch(learner.steps(), bound.steps()[i]);
            return at < 0 || learner.mean()[at] >= bound.regret()[i];
        });
    }
}
