package kelvin.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import kelvin.chart.CurveFigure.Range;
import kelvin.chart.axis.StepAxis;
import kelvin.chart.layout.ChartTheme;
import kelvin.metric.Metric;
import kelvin.metric.MetricCurve;
import kelvin.metric.Results;
import kelvin.metric.StepUnit;

/** Curves of regret divided by the logarithm of the step; they are level where regret grows at the optimal rate. */
final class NormalisedRegret {
    private static final int FIRST = 2;

    private NormalisedRegret() {}

    static CurveFigure of(ShownLearners shown) {
        Results results = shown.results();
        List<MetricCurve> regret = results.series(Metric.REGRET);
        long[] reported = regret.get(0).steps();
        StepAxis axis = StepAxis.styled(shown.theme(), reported[reported.length - 1], true);
        List<StyledCurve> lines = new ArrayList<>();
        for (MetricCurve curve : regret) {
            lines.add(
                    new StyledCurve(normalised(new SeriesCurve(results, curve).curve()), shown.look(curve.learner())));
        }
        for (Curve bound : BoundLines.of(results)) {
            lines.add(new StyledCurve(normalised(bound), ChartTheme.REFERENCE));
        }
        StepUnit unit = results.unit();
        String caption = "R(t)/ln t from " + unit.singular() + " 2 on, mean of "
                + regret.get(0).repetitions()
                + " repetitions: constant where regret grows logarithmically, rising where it grows faster"
                + Band.caption(lines, regret.get(0).looks(), unit, SeriesCurve.between(results, regret))
                + "."
                + BoundLines.remark(results)
                + shown.remark();
        return new CurveFigure(
                shown, caption, axis, lines, "regret / ln " + unit.singular() + " (reward units)", Range.FROM_ZERO);
    }

    private static Curve normalised(Curve curve) {
        Band band = curve.band();
        return new Curve(
                curve.label(),
                late(curve.x(), curve.x(), step -> 1),
                late(curve.x(), curve.y(), Math::log),
                new Band(
                        late(band.x(), band.x(), step -> 1),
                        late(band.x(), band.low(), Math::log),
                        late(band.x(), band.high(), Math::log)));
    }

    /** Returns the values from the first step on, divided by the logarithm of the step. */
    private static double[] late(double[] steps, double[] numbers, DoubleUnaryOperator divisor) {
        return IntStream.range(0, steps.length)
                .filter(i -> steps[i] >= FIRST)
                .mapToDouble(i -> numbers[i] / divisor.applyAsDouble(steps[i]))
                .toArray();
    }
}
