package kelvin.chart;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import kelvin.chart.EstimateIntervals.Row;
import kelvin.chart.classifier.CoefficientFigure;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.Figure;
import kelvin.chart.style.ChartStyle;
import kelvin.contract.InvalidValue;
import kelvin.contract.LabelList;
import kelvin.metric.ContextResults;
import kelvin.metric.Metric;
import kelvin.metric.MetricCurve;
import kelvin.metric.Results;

/** The figures for which results have data, by the names of their charts. */
final class ResultFigures {
    private ResultFigures() {}

    /** Returns what a style shows of results. */
    static Results shown(Results results, ChartStyle style) {
        List<String> labels =
                results.series().stream().map(MetricCurve::learner).distinct().toList();
        style.learners().stream()
                .filter(label -> !labels.contains(label))
                .findFirst()
                .ifPresent(label -> {
                    throw new InvalidValue("learners", "'" + label + "'", "of " + LabelList.of(labels));
                });
        Results some = style.learners().isEmpty() ? results : results.inOrder(style.learners());
        return style.bounds() ? some : some.toBuilder().bounds(List.of()).build();
    }

    /** Returns every chart for which there are data, of learners that take colours and dashes in an order. */
    static Map<String, Supplier<Figure>> of(ChartTheme theme, Results results, List<String> looks) {
        ShownLearners shown = ShownLearners.of(theme, results, looks);
        Map<String, Supplier<Figure>> figures = new LinkedHashMap<>();
        for (Metric metric : Metric.values()) {
            if (!results.series(metric).isEmpty()) {
                figures.put(metric.key().replace('_', '-'), () -> MetricCurves.of(shown.by(results, metric), metric));
            }
        }
        if (results.comparisons().stream().anyMatch(c -> c.metric() == Metric.REGRET)) {
            figures.put("differences", () -> DifferenceCurves.of(shown));
        }
        if (!results.spreads().isEmpty() && !results.trials(Metric.REGRET).isEmpty()) {
            figures.put("final-regret", () -> new SpreadFigure(results, shown));
            figures.put("regret-quantiles", () -> FanPanel.figure(shown));
        }
        if (!results.selections().isEmpty()) {
            figures.put("selections", () -> SelectionFigure.of(shown));
        }
        for (Metric metric : List.of(Metric.REGRET, Metric.REWARD)) {
            if (results.swept().stream().anyMatch(s -> s.metric() == metric)) {
                figures.put("sweep-" + metric.key(), () -> SweepFigure.of(shown, results, metric));
            }
        }
        TraceCharts.of(shown).forEach(figures::put);
        if (!results.maps().isEmpty()) {
            figures.put("policy", () -> new MapFigure(theme, results));
        }
        ContextResults contexts = shown.results().contexts();
        if (!contexts.groups().isEmpty()) {
            figures.put("regret-by-group", () -> GroupPanel.figure(shown));
        }
        if (!contexts.reliability().isEmpty()) {
            figures.put("reliability", () -> ReliabilityPanel.figure(shown));
        }
        if (!contexts.coefficients().isEmpty()) {
            figures.put("coefficients", () -> CoefficientFigure.of(theme, shown.results(), shown.remark()));
        }
        if (!results.rewards().isEmpty()) {
            figures.put("rewards", () -> RewardPanel.figure(theme, results));
        }
        if (!results.seconds().isEmpty()) {
            figures.put("running-time", () -> runningTimes(theme, results));
        }
        if (results.series(Metric.REGRET).stream().anyMatch(s -> s.steps()[s.steps().length - 1] > 1)) {
            figures.put("normalised-regret", () -> NormalisedRegret.of(shown));
        }
        return figures;
    }

    /** Returns a bar for the running time of each learner, from 0. */
    private static Figure runningTimes(ChartTheme theme, Results results) {
        List<Row> rows = results.seconds().entrySet().stream()
                .map(each -> new Row(each.getKey(), Double.NaN, 0, each.getValue(), Double.NaN, Double.NaN))
                .toList();
        String caption =
                "Sum over threads and sessions, environment and learner together; it varies between runs and between"
                        + " machines.";
        return new IntervalFigure(
                theme, new EstimateIntervals(results.question(), caption, "running time (s)", 0, rows));
    }
}
