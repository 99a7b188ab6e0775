package kelvin.chart;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kelvin.chart.CurveFigure.Range;
import kelvin.chart.axis.StepAxis;
import kelvin.chart.layout.ChartTheme;
import kelvin.metric.Comparison;
import kelvin.metric.Metric;
import kelvin.metric.MetricCurve;
import kelvin.metric.Results;
import kelvin.metric.SkewedInterval;

/** Curves of each learner's regret minus the baseline's, paired by repetition. */
final class DifferenceCurves {
    private static final double RELATIVE_TOLERANCE = 1e-9;

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
                + Band.caption(lines, first.looks(), results.unit(), between(results, lines)) + "."
                + shown.remark();
        return new CurveFigure(
                shown, caption, axis, lines, "regret less that of " + baseline + " (reward units)", Range.FREE);
    }

    /** Returns the caption's words about intervals that are known at some of the steps only. */
    private static String between(Results results, List<StyledCurve> lines) {
        long kept = results.comparisons().stream()
                .filter(c -> c.metric() == Metric.REGRET)
                .mapToLong(Comparison::step)
                .distinct()
                .count();
        String some = "; known at some " + results.unit().plural();
        if (lines.get(0).curve().x().length > kept) {
            return some + ", and between them at interpolated distances from the mean";
        }
        return results.series(Metric.REGRET).get(0).steps().length > kept ? some + ", straight between them" : "";
    }

    /** Returns the differences of means at all steps, of which the intervals are known at those at which every repetition is kept. */
    private static Curve curve(Results results, List<Comparison> path) {
        Curve kept = kept(results, path);
        Comparison last = path.get(path.size() - 1);
        Optional<MetricCurve> own = regret(results, last.learner());
        Optional<MetricCurve> other = regret(results, last.baseline());
        if (own.isEmpty() || other.isEmpty()) {
            return kept;
        }
        double[] steps = Arrays.stream(own.get().steps()).asDoubleStream().toArray();
        double[] y = new double[steps.length];
        Arrays.setAll(y, i -> own.get().mean()[i] - other.get().mean()[i]);
        return paired(kept, steps, y) ? new Curve(kept.label(), steps, y, around(kept, steps, y)) : kept;
    }

    private static Optional<MetricCurve> regret(Results results, String learner) {
        return results.series(Metric.REGRET).stream()
                .filter(curve -> curve.learner().equals(learner))
                .findFirst();
    }

    /** Returns whether the differences of means are those of the pairs: some repetitions may have no partner. */
    private static boolean paired(Curve kept, double[] steps, double[] y) {
        double most = Arrays.stream(y).map(Math::abs).max().orElse(0);
        return steps[0] == kept.x()[0]
                && IntStream.range(0, kept.x().length).allMatch(i -> {
                    int place = Arrays.binarySearch(steps, kept.x()[i]);
                    return place >= 0 && Math.abs(y[place] - kept.y()[i]) <= RELATIVE_TOLERANCE * most;
                });
    }

    private static Band around(Curve kept, double[] steps, double[] y) {
        Band band = kept.band();
        if (!band.known()) {
            return Band.NONE;
        }
        double[] below = new double[band.x().length];
        double[] above = new double[band.x().length];
        Arrays.setAll(below, i -> kept.y()[i] - band.low()[i]);
        Arrays.setAll(above, i -> band.high()[i] - kept.y()[i]);
        double[] low = Band.at(steps, band.x(), below);
        double[] high = Band.at(steps, band.x(), above);
        for (int i = 0; i < steps.length; i++) {
            low[i] = y[i] - low[i];
            high[i] = y[i] + high[i];
        }
        return new Band(steps, low, high);
    }

    private static Curve kept(Results results, List<Comparison> path) {
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
