package kelvin.chart;

import java.util.ArrayList;
import java.util.List;
import kelvin.chart.CurveFigure.Range;
import kelvin.metric.Bound;
import kelvin.metric.Decimals;
import kelvin.metric.Looks;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.metric.Series;

/** One metric of all learners over the steps; regret also with what no learner can stay below. */
final class MetricCurves {
    private MetricCurves() {}

    static CurveFigure of(Shown shown, Metric metric) {
        Results results = shown.results();
        List<Series> series = results.series(metric);
        StepAxis axis = metric == Metric.REGRET
                ? StepAxis.ofRegret(series)
                : StepAxis.of(series.get(0).steps());
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < series.size(); i++) {
            lines.add(new Line(Curve.of(series.get(i), axis), i));
        }
        if (metric == Metric.REGRET) {
            for (Bound bound : results.bounds()) {
                lines.add(new Line(
                        Curve.plain(bound.name(), bound.steps(), bound.regret()).thinned(axis), House.REFERENCE));
            }
        }
        boolean bands = lines.stream()
                .filter(line -> line.look() >= 0)
                .allMatch(line -> line.curve().hasBand());
        String caption = caption(metric, series.get(0), bands) + shown.remark();
        return new CurveFigure(results, caption, axis, lines, title(metric), range(metric));
    }

    private static String caption(Metric metric, Series first, boolean bands) {
        long repetitions = first.repetitions();
        String mean = repetitions == 1 ? "One repetition" : "Mean of " + repetitions + " repetitions";
        if (metric.average()) {
            return "%s; each point averages the latest steps, at least %.0f %% of those so far."
                    .formatted(mean, 100 * Curve.BIN);
        }
        Looks looks = first.looks();
        return bands
                ? mean + "; bands: ± " + new Decimals(2).text(looks.normal()) + " standard errors"
                        + (looks.count() == 1 ? "" : ", 95 %" + looks.adjusted()) + "."
                : mean + ".";
    }

    private static String title(Metric metric) {
        return switch (metric) {
            case REGRET -> "cumulative pseudo-regret (reward units)";
            case REWARD -> "mean reward per step";
            case OPTIMAL_ACTION -> "optimal action (%)";
            case SIMPLE_REGRET -> "simple regret of the recommended arm (reward units)";
            case IDENTIFICATION_ERROR -> "recommended arm is not optimal (%)";
        };
    }

    private static Range range(Metric metric) {
        if (metric == Metric.REWARD) {
            return Range.FREE;
        }
        return metric.fraction() ? Range.PERCENT : Range.FROM_ZERO;
    }
}
