package kelvin.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import kelvin.chart.CurveFigure.Range;
import kelvin.metric.Bound;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.metric.Series;

/** Regret divided by the logarithm of the step: level where regret grows as slowly as it can. */
final class NormalisedRegret {
    private static final int FIRST = 2;

    private NormalisedRegret() {}

    static CurveFigure of(Shown shown) {
        Results results = shown.results();
        List<Series> regret = results.series(Metric.REGRET);
        long[] reported = regret.get(0).steps();
        StepAxis axis = new StepAxis(reported[reported.length - 1], true);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < regret.size(); i++) {
            Series s = regret.get(i);
            lines.add(
                    new Line(curve(s.learner(), s.steps(), s.mean(), s::margin).thinned(axis), i));
        }
        for (Bound bound : results.bounds()) {
            lines.add(new Line(
                    curve(bound.name(), bound.steps(), bound.regret(), step -> Double.NaN)
                            .thinned(axis),
                    House.REFERENCE));
        }
        String caption = "R(t)/ln t from step 2 on, mean of " + regret.get(0).repetitions()
                + " repetitions: level where regret is logarithmic, rising where it grows faster." + shown.remark();
        return new CurveFigure(results, caption, axis, lines, "regret / ln step (reward units)", Range.FROM_ZERO);
    }

    private static Curve curve(String label, long[] steps, double[] regret, IntToDoubleFunction margin) {
        int[] from =
                IntStream.range(0, steps.length).filter(i -> steps[i] >= FIRST).toArray();
        return new Curve(
                label,
                IntStream.of(from).mapToDouble(i -> steps[i]).toArray(),
                IntStream.of(from)
                        .mapToDouble(i -> regret[i] / Math.log(steps[i]))
                        .toArray(),
                IntStream.of(from)
                        .mapToDouble(i -> margin.applyAsDouble(i) / Math.log(steps[i]))
                        .toArray());
    }
}
