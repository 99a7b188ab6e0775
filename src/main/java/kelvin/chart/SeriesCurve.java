package kelvin.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.chart.axis.StepAxis;
import kelvin.chart.axis.StepBins;
import kelvin.metric.Metric;
import kelvin.metric.MetricCurve;
import kelvin.metric.RegretSpread;
import kelvin.metric.Results;
import kelvin.metric.RunSummary;
import kelvin.metric.SkewedInterval;

/**
 * One metric of some results as a curve: values at a step unchanged, with their band; means over intervals of steps in
 * bins, without a band.
 *
 * @param results what the series belongs to
 * @param series the series
 */
record SeriesCurve(Results results, MetricCurve series) {
    Curve on(StepAxis axis) {
        return series.metric().average() ? binned(axis) : standing(axis);
    }

    private double scale() {
        return series.metric().fraction() ? 100 : 1;
    }

    /** Returns the bins of a metric that is averaged over steps. */
    StepBins bins() {
        return StepBins.of(series.steps(), MetricCurve.SPAN_SHARE, results.changes());
    }

    private Curve binned(StepAxis axis) {
        StepBins bins = bins();
        double[] x = bins.places(axis);
        double[] y = bins.means(i -> scale() * series.mean()[i]);
        Band band = skewed().isPresent()
                ? Band.NONE
                : spans(bins.endSteps())
                        .map(spans -> Band.around(x, y, bins.toEdges(margins(spans))))
                        .orElse(Band.NONE);
        return new Curve(
                series.learner(),
                x,
                y,
                series.metric().fraction() ? band.from(0).upTo(scale()) : band);
    }

    /** Returns the means over bins with their errors: kept as spans, or where each bin is a reported step the series itself. */
    private Optional<MetricCurve> spans(long[] ends) {
        return Stream.concat(results.spans().stream(), Stream.of(series))
                .filter(curve -> curve.metric() == series.metric()
                        && curve.learner().equals(series.learner())
                        && Arrays.equals(curve.steps(), ends))
                .findFirst();
    }

    private double[] margins(MetricCurve spans) {
        return IntStream.range(0, spans.steps().length)
                .mapToDouble(i -> scale() * spans.margin(i))
                .toArray();
    }

    /** Returns the summary of the repetitions at the horizon, where they are too skewed for Student's interval. */
    private Optional<RunSummary> skewed() {
        return results.trials(series.metric()).stream()
                .filter(trials -> trials.learner().equals(series.learner()))
                .findFirst()
                .map(RunSummary::of)
                .filter(RunSummary::skewed);
    }

    private Curve standing(StepAxis axis) {
        return axis.logarithmic() || series.metric() != Metric.REGRET ? curve() : fromZero(curve());
    }

    /** Returns the values at the reported steps, with their band. */
    Curve curve() {
        double[] steps = Arrays.stream(series.steps()).asDoubleStream().toArray();
        double[] y = Arrays.stream(series.mean()).map(mean -> scale() * mean).toArray();
        return new Curve(series.learner(), steps, y, band().times(scale()));
    }

    /** Returns the curve with a zero before the first step, where no regret has accrued. */
    private static Curve fromZero(Curve curve) {
        Band band = curve.band();
        boolean whole = band.known() && !band.onlyEnd();
        return new Curve(
                curve.label(),
                afterZero(curve.x()),
                afterZero(curve.y()),
                whole ? new Band(afterZero(band.x()), afterZero(band.low()), afterZero(band.high())) : band);
    }

    private static double[] afterZero(double[] numbers) {
        double[] more = new double[numbers.length + 1];
        System.arraycopy(numbers, 0, more, 1, numbers.length);
        return more;
    }

    /**
     * Returns the band by the interval rule of the tables, where it is known: where the last interval is not Student's,
     * only at steps whose distribution is kept.
     */
    private Band band() {
        List<SkewedInterval> skewed = series.metric() == Metric.REGRET
                ? results.intervals().stream()
                        .filter(interval -> interval.isOf(series.learner(), ""))
                        .toList()
                : List.of();
        if (!skewed.isEmpty()) {
            return results.spreads().stream()
                    .filter(spread -> spread.learner().equals(series.learner()))
                    .findFirst()
                    .map(RegretSpread::steps)
                    .map(this::student)
                    .orElse(Band.NONE)
                    .with(skewed);
        }
        return skewed().map(this::end).orElseGet(() -> student(series.steps()));
    }

    private Band student(long[] steps) {
        int[] places = Arrays.stream(steps)
                .mapToInt(step -> Arrays.binarySearch(series.steps(), step))
                .toArray();
        return Band.around(
                Arrays.stream(steps).asDoubleStream().toArray(),
                Curve.at(places, series.mean()),
                IntStream.of(places).mapToDouble(series::margin).toArray());
    }

    private Band end(RunSummary summary) {
        double[] last = {series.steps()[series.steps().length - 1]};
        return new Band(last, new double[] {summary.lower()}, new double[] {summary.upper()});
    }
}
