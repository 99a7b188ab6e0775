package kelvin.chart;

import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
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
 * @param looks all learners in the order in which they take colours and dashes: each keeps its own whatever is shown
 */
record ShownLearners(ChartTheme theme, Results results, int of, List<String> looks) {
    private static final int MAX_LEARNERS = 16;
    private static final int BEST_LEARNERS = 11;

    static ShownLearners of(ChartTheme theme, Results all) {
        return of(theme, all, looks(all));
    }

    static ShownLearners of(ChartTheme theme, Results all, List<String> looks) {
        int learners = labels(all).size();
        Results shown = theme.style().learners().isEmpty() ? usual(all) : all;
        return new ShownLearners(theme, shown, learners, looks);
    }

    /** Returns all learners, first those that are shown unless others are asked for. */
    static List<String> looks(Results all) {
        Set<String> looks = new LinkedHashSet<>(labels(usual(all)));
        looks.addAll(labels(all));
        all.swept().forEach(point -> looks.add(point.learner()));
        return List.copyOf(looks);
    }

    /** Returns the results of the learners that are shown unless others are asked for. */
    private static Results usual(Results all) {
        List<MetricCurve> regret = all.series(Metric.REGRET);
        if (labels(all).size() <= MAX_LEARNERS || regret.isEmpty()) {
            return all;
        }
        Set<String> best = new HashSet<>(regret.stream()
                .sorted(Comparator.comparingDouble(s -> s.mean()[s.mean().length - 1]))
                .limit(BEST_LEARNERS)
                .map(MetricCurve::learner)
                .toList());
        all.comparisons().stream().limit(1).forEach(c -> best.add(c.baseline()));
        return all.of(best);
    }

    /** Selects the learners of a metric that only some of them have: exactly those, whatever their regret. */
    ShownLearners by(Results all, Metric metric) {
        List<String> few = all.series(metric).stream().map(MetricCurve::learner).toList();
        return few.size() > MAX_LEARNERS
                ? this
                : new ShownLearners(theme, all.of(new HashSet<>(few)), few.size(), looks);
    }

    /** Returns the index of a learner's colour and dashes. */
    int look(String learner) {
        return looks.indexOf(learner);
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
