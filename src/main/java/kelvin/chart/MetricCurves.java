package kelvin.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.stream.LongStream;
import kelvin.chart.CurveFigure.Range;
import kelvin.chart.axis.StepAxis;
import kelvin.chart.layout.ChartTheme;
import kelvin.metric.InterimLooks;
import kelvin.metric.Metric;
import kelvin.metric.MetricCurve;
import kelvin.metric.Results;
import kelvin.metric.StepUnit;
import kelvin.report.Remarks;

/** Curves of one metric for all learners over the steps; for regret also the lower bound of every learner. */
final class MetricCurves {
    private MetricCurves() {}

    static CurveFigure of(ShownLearners shown, Metric metric) {
        Results results = shown.results();
        List<MetricCurve> series = results.series(metric);
        StepAxis axis = StepAxis.of(shown.theme(), series.get(0).steps());
        List<StyledCurve> lines = new ArrayList<>();
        for (MetricCurve curve : series) {
            lines.add(new StyledCurve(new SeriesCurve(results, curve).on(axis), shown.look(curve.learner())));
        }
        if (metric == Metric.REGRET) {
            for (Curve bound : BoundLines.of(results)) {
                lines.add(new StyledCurve(bound, ChartTheme.REFERENCE));
            }
        }
        StepUnit unit = results.unit();
        String caption = caption(results, series, lines)
                + axis.remark(unit)
                + (metric == Metric.REGRET
                        ? BoundLines.remark(results)
                                + Remarks.comparator(results)
                                        .map(remark -> " " + remark)
                                        .orElse("")
                        : "")
                + shown.remark();
        return new CurveFigure(
                shown,
                caption,
                axis,
                lines,
                title(metric, results),
                range(metric),
                metric.average()
                        ? new SeriesCurve(results, series.get(0)).bins().spans()
                        : List.of());
    }

    private static String caption(Results results, List<MetricCurve> series, List<StyledCurve> lines) {
        StepUnit unit = results.unit();
        MetricCurve first = series.get(0);
        String repetitions = repetitions(series.stream().mapToLong(MetricCurve::repetitions));
        String mean = SweepFigure.mean(repetitions);
        if (first.metric().average()) {
            return mean + "; each point averages the latest " + unit.plural() + ", at least "
                    + Math.round(100 * MetricCurve.SPAN_SHARE) + " % of those so far" + bands(lines, first.looks())
                    + ".";
        }
        return mean + Band.caption(lines, first.looks(), unit, SeriesCurve.between(results, series)) + ".";
    }

    /** Returns the caption's words about the bands of means over steps. */
    private static String bands(List<StyledCurve> lines, InterimLooks looks) {
        long known = lines.stream().filter(line -> line.curve().band().known()).count();
        return known == 0
                ? ""
                : "; bands, for each point alone: 95 % Student intervals" + looks.adjusted()
                        + (known == lines.size()
                                ? ""
                                : ", none for a learner whose repetitions, over all steps, are too skewed for them");
    }

    /** Returns numbers of repetitions in words; points of sweeps may have stopped on their own, experiments that are compared may differ. */
    static String repetitions(LongStream of) {
        LongSummaryStatistics counts = of.summaryStatistics();
        return counts.getMin() + (counts.getMin() == counts.getMax() ? "" : " to " + counts.getMax());
    }

    /** Returns the name of a results' regret: of true means, but of rewards where a log of contexts knows no means. */
    static String regret(Results results) {
        return results.contexts().seen() ? "cumulative regret" : "cumulative pseudo-regret";
    }

    private static String title(Metric metric, Results results) {
        return switch (metric) {
            case REGRET -> regret(results) + " (reward units)";
            case REWARD -> "mean reward per " + results.unit().singular();
            case OPTIMAL_ACTION -> Remarks.optimalAction(results) + " (%)";
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
