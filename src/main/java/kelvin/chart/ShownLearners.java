package kelvin.chart;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kelvin.chart.layout.ChartTheme;
import kelvin.metric.Metric;
import kelvin.metric.MetricCurve;
import kelvin.metric.Results;

/**
 * Selects the learners that a chart of curves or panels shows: all, or where they are too many those of the least
 * regret and the baseline.
 *
 * @param theme the theme of the charts
 * @param results of those learners only
 * @param of how many learners there are
 */
record ShownLearners(ChartTheme theme, Results results, int of) {
    private static final int MAX_LEARNERS = 16;
    private static final int BEST_LEARNERS = 11;

    static ShownLearners of(ChartTheme theme, Results all) {
        List<MetricCurve> regret = all.series(Metric.REGRET);
        int learners = labels(all).size();
        if (learners <= MAX_LEARNERS || !theme.style().learners().isEmpty() || regret.isEmpty()) {
            return new ShownLearners(theme, all, learners);
        }
        Set<String> best = new HashSet<>(regret.stream()
                .sorted(Comparator.comparingDouble(s -> s.mean()[s.mean().length - 1]))
                .limit(BEST_LEARNERS)
                .map(MetricCurve::learner)
                .toList());
        all.comparisons().stream().limit(1).forEach(c -> best.add(c.baseline()));
        return new ShownLearners(theme, all.of(best), regret.size());
    }

    /** Selects the learners of a metric that only some of them have: exactly those, whatever their regret. */
    ShownLearners by(Results all, Metric metric) {
        List<String> few = all.series(metric).stream().map(MetricCurve::learner).toList();
        return few.size() > MAX_LEARNERS ? this : new ShownLearners(theme, all.of(new HashSet<>(few)), few.size());
    }

    List<String> learners() {
        return labels(results);
    }

    private static List<String> labels(Results results) {
        return results.series().stream().map(MetricCurve::learner).distinct().toList();
    }

    /** Returns the caption's sentence about the learners left out. */
    String remark() {
        int left = of - learners().size();
        return left == 0 ? "" : " Of " + of + " learners, those with the least regret and the baseline are shown.";
    }
}
