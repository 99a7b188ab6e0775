package kelvin.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
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

    /** Returns the intervals that are not Student's; of regret only, at steps at which every repetition is kept. */
    private List<SkewedInterval> intervals() {
        return series.metric() != Metric.REGRET
                ? List.of()
                : results.intervals().stream()
                        .filter(interval -> interval.isOf(series.learner(), ""))
                        .toList();
    }

    /** Returns the steps at which every repetition is kept; none if that is not known. */
    private long[] kept() {
        return results.spreads().stream()
                .filter(spread -> spread.learner().equals(series.learner()))
                .findFirst()
                .map(RegretSpread::steps)
                .orElse(new long[0]);
    }

    /** Returns the caption's words about intervals other than Student's that are known at some of the steps only. */
    static String between(Results results, List<MetricCurve> series) {
        return series.stream().anyMatch(curve -> new SeriesCurve(results, curve).scaled())
                ? "; bootstrapped at some " + results.unit().plural()
                        + ", and between them in proportion to the standard error"
                : "";
    }

    private boolean scaled() {
        int kept = kept().length;
        return !intervals().isEmpty() && kept > 0 && kept < series.steps().length;
    }

    /** Returns the band by the interval rule of the tables, where it is known. */
    private Band band() {
        List<SkewedInterval> skewed = intervals();
        if (!skewed.isEmpty()) {
            long[] kept = kept();
            Band known = student(kept).with(skewed);
            return known.known() ? scaled(known, places(kept)) : Band.NONE;
        }
        return skewed().map(this::end).orElseGet(() -> student(series.steps()));
    }

    /**
     * Returns the band from the first step at which it is known to the last: between those at which it is known, the distances of
     * its ends from the mean are interpolated in standard errors, so that it follows a curve that bends between them.
     */
    private Band scaled(Band known, int[] places) {
        double[] steps = Arrays.stream(series.steps(), places[0], places[places.length - 1] + 1)
                .asDoubleStream()
                .toArray();
        double[] below = Band.at(steps, known.x(), errors(places, i -> series.mean()[places[i]] - known.low()[i]));
        double[] above = Band.at(steps, known.x(), errors(places, i -> known.high()[i] - series.mean()[places[i]]));
        double[] low = new double[steps.length];
        double[] high = new double[steps.length];
        for (int i = 0; i < steps.length; i++) {
            int place = places[0] + i;
            low[i] = series.mean()[place] - below[i] * series.standardError()[place];
            high[i] = series.mean()[place] + above[i] * series.standardError()[place];
        }
        return new Band(steps, low, high);
    }

    /** Returns distances in standard errors; that of Student's interval where there is no error. */
    private double[] errors(int[] places, IntToDoubleFunction distance) {
        return IntStream.range(0, places.length)
                .mapToDouble(i -> {
                    double error = series.standardError()[places[i]];
                    return error > 0
                            ? distance.applyAsDouble(i) / error
                            : series.looks().student(series.repetitions());
                })
                .toArray();
    }

    private int[] places(long[] steps) {
        return Arrays.stream(steps)
                .mapToInt(step -> Arrays.binarySearch(series.steps(), step))
                .toArray();
    }

    private Band student(long[] steps) {
        int[] places = places(steps);
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
