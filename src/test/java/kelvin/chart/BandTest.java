package kelvin.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.chart.layout.ChartTheme;
import kelvin.metric.Comparisons;
import kelvin.metric.InterimLooks;
import kelvin.metric.Metric;
import kelvin.metric.MetricCurve;
import kelvin.metric.RegretPaths;
import kelvin.metric.RegretSpread;
import kelvin.metric.Results;
import kelvin.metric.RunSummary;
import kelvin.metric.RunValues;
import kelvin.metric.SkewedInterval;
import kelvin.metric.SweepPoint;
import kelvin.metric.SweptAxis;
import kelvin.numeric.Moments;
import org.junit.jupiter.api.Test;

/** Bands are what tables say, of a learner that fails in one repetition of a hundred, and of one that never does. */
class BandTest {
    private static final long[] STEPS = {1, 10, 100};
    private static final Results RESULTS = results();

    private static RegretPaths paths(String learner, boolean fails) {
        return new RegretPaths(
                learner,
                STEPS,
                IntStream.range(0, 100)
                        .mapToObj(i -> new double[] {1 + i % 2, 5 + i % 3, fails && i == 42 ? 4000 : 10 + i % 5})
                        .toArray(double[][]::new));
    }

    private static MetricCurve series(RegretPaths paths) {
        Moments moments = new Moments(STEPS.length);
        Stream.of(paths.regret()).forEach(moments::add);
        return new MetricCurve(
                paths.learner(), Metric.REGRET, STEPS, moments.means(), moments.standardErrors(), moments.count());
    }

    private static Results results() {
        List<RegretPaths> all = List.of(paths("calm", false), paths("reckless", true));
        List<RunValues> trials = all.stream().map(paths -> paths.at(2)).toList();
        return Results.builder("?")
                .series(all.stream().map(BandTest::series).toList())
                .trials(trials)
                .spreads(all.stream()
                        .map(paths -> RegretSpread.of(paths, List.of()))
                        .toList())
                .comparisons(Comparisons.of("calm", trials, all, 100))
                .intervals(SkewedInterval.of("calm", all, InterimLooks.ONE))
                .build();
    }

    private static RunSummary table(String learner) {
        return RESULTS.trials().stream()
                .filter(trials -> trials.learner().equals(learner))
                .map(RunSummary::of)
                .findFirst()
                .orElseThrow();
    }

    private static void endsLikeTheTable(Band band, RunSummary table) {
        int last = band.x().length - 1;
        assertThat(band.x()[last]).isEqualTo(100);
        assertThat(band.low()[last]).isCloseTo(table.lower(), within(1e-9));
        assertThat(band.high()[last]).isCloseTo(table.upper(), within(1e-9));
    }

    private static Band regret(String learner, Results results) {
        MetricCurve series = results.series(Metric.REGRET).stream()
                .filter(s -> s.learner().equals(learner))
                .findFirst()
                .orElseThrow();
        return new SeriesCurve(results, series).curve().band();
    }

    @Test
    void theBandOfRegretEndsWhereTheTableDoes() {
        assertThat(table("reckless").skewed()).isTrue();
        assertThat(table("calm").skewed()).isFalse();
        endsLikeTheTable(regret("reckless", RESULTS), table("reckless"));
        endsLikeTheTable(regret("calm", RESULTS), table("calm"));
    }

    @Test
    void noBandIsBelowZeroWhereNobodyLosesLess() {
        assertThat(table("reckless").low()).isNegative();
        assertThat(regret("reckless", RESULTS).least()).isPositive();
    }

    @Test
    void theBandOfDifferencesEndsWhereTheVerdictDoes() {
        CurveFigure figure = DifferenceCurves.of(ShownLearners.of(ChartTheme.DEFAULT, RESULTS));
        RunSummary verdict =
                RunSummary.of(RESULTS.trials().get(1).minus(RESULTS.trials().get(0)));
        double[] outline = figure.chart().getSeries("\0reckless").getYData();
        assertThat(verdict.skewed()).isTrue();
        assertThat(outline[2]).isCloseTo(verdict.upper(), within(1e-9));
        assertThat(outline[3]).isCloseTo(verdict.lower(), within(1e-9));
    }

    @Test
    void normalisedRegretIsWithinTheSameBand() {
        double[] outline = NormalisedRegret.of(ShownLearners.of(ChartTheme.DEFAULT, RESULTS))
                .chart()
                .getSeries("\0reckless")
                .getYData();
        assertThat(outline[1] * Math.log(100)).isCloseTo(table("reckless").upper(), within(1e-9));
        assertThat(outline[2] * Math.log(100)).isCloseTo(table("reckless").lower(), within(1e-9));
    }

    @Test
    void whereOnlyTheEndIsKnownNoOtherIntervalIsDrawn() {
        Band band = regret("reckless", RESULTS.toBuilder().intervals(List.of()).build());
        assertThat(band.onlyEnd()).isTrue();
        endsLikeTheTable(band, table("reckless"));
    }

    /** As of rewards whose squares are beyond all doubles. */
    @Test
    void noBandIsDrawnWhereStandardErrorsAreUnknown() {
        double[] unknown = {Double.NaN, Double.NaN, Double.NaN};
        MetricCurve regret = new MetricCurve("reckless", Metric.REGRET, STEPS, new double[3], unknown, 100);
        Band band =
                regret("reckless", RESULTS.toBuilder().series(List.of(regret)).build());
        assertThat(band.known()).isFalse();
    }

    @Test
    void aSweepHasTheIntervalsOfItsTable() {
        List<SweepPoint> swept = new ArrayList<>();
        for (int value = 1; value <= 3; value++) {
            swept.add(
                    SweepPoint.of("gap", value, "", Double.NaN, RESULTS.trials().get(1)));
        }
        Curve curve = SweepFigure.curve("reckless", swept);
        assertThat(curve.band().low()).containsOnly(table("reckless").lower());
        assertThat(curve.band().high()).containsOnly(table("reckless").upper());
    }

    @Test
    void everyCaptionNamesTheOneRule() throws Exception {
        Results swept = RESULTS.toBuilder()
                .swept(
                        List.of(new SweptAxis("gap", false, Set.of("reckless"), Map.of())),
                        List.of(SweepPoint.of(
                                "gap", 1, "", Double.NaN, RESULTS.trials().get(1))))
                .build();
        for (String chart : List.of("regret", "differences", "normalised-regret", "sweep-regret")) {
            assertThat(Samples.caption(swept, chart))
                    .as(chart)
                    .contains("95 % intervals")
                    .contains("bootstrap (BCa) where repetitions are too skewed for it");
        }
        assertThat(Band.rule(new InterimLooks(3))).startsWith("95 % intervals, adjusted for 3 looks");
    }

    /** Every repetition is kept at three of four steps; at the other the curve bends, and its error is ten times that around it. */
    @Test
    void betweenStepsThatAreKeptTheBandFollowsTheCurve() {
        MetricCurve kept = RESULTS.series(Metric.REGRET).get(1);
        MetricCurve bent = with55(kept, 500);
        double[] mean = bent.mean();
        double[] error = bent.standardError();
        Results results = RESULTS.toBuilder().series(List.of(bent)).build();
        Band band = regret("reckless", results);
        endsLikeTheTable(band, table("reckless"));
        double t = InterimLooks.ONE.student(100);
        double above = (table("reckless").upper() - mean[3]) / error[3];
        assertThat(band.high()[2]).isCloseTo(500 + 10 * (t + above) / 2, within(1e-9));
        assertThat(band.low()[2]).isLessThan(500).isGreaterThan(500 - 10 * t);
        assertThat(SeriesCurve.between(results, List.of(bent)))
                .isEqualTo("; bootstrapped at some steps, and between them in proportion to the standard error");
        assertThat(SeriesCurve.between(RESULTS, List.of(kept))).isEmpty();
    }

    /** Step 55 is reported of both learners, but no pairs are kept there. */
    @Test
    void betweenStepsThatAreKeptDifferencesAreThoseOfTheMeans() throws Exception {
        MetricCurve calm = with55(RESULTS.series(Metric.REGRET).get(0), 9);
        MetricCurve reckless = with55(RESULTS.series(Metric.REGRET).get(1), 500);
        Results results = RESULTS.toBuilder().series(List.of(calm, reckless)).build();
        CurveFigure figure = DifferenceCurves.of(ShownLearners.of(ChartTheme.DEFAULT, results));
        assertThat(figure.chart().getSeries("reckless").getYData()[2]).isCloseTo(491, within(1e-9));
        assertThat(Samples.caption(results, "differences"))
                .contains("known at some steps, and between them at interpolated distances from the mean");
        double[] outline = figure.chart().getSeries("\0reckless").getYData();
        assertThat(outline[2] - 491).isPositive();
        assertThat(491 - outline[5]).isPositive();
    }

    private static MetricCurve with55(MetricCurve curve, double mean) {
        double[] means = curve.mean();
        double[] errors = curve.standardError();
        return new MetricCurve(
                curve.learner(),
                curve.metric(),
                new long[] {1, 10, 55, 100},
                new double[] {means[0], means[1], mean, means[2]},
                new double[] {errors[0], errors[1], 10, errors[2]},
                curve.repetitions());
    }
}
