package kelvin.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import kelvin.chart.CurveFigure.Range;
import kelvin.chart.axis.StepAxis;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.ImageFile;
import kelvin.chart.style.ChartOptions;
import kelvin.metric.Metric;
import kelvin.metric.MetricCurve;
import kelvin.metric.Results;
import kelvin.report.CurveData;
import kelvin.report.CurveData.Line;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

class CurveFigureTest {
    private static CurveFigure figure(Metric metric, double standardError, long... steps) {
        return MetricCurves.of(
                ShownLearners.of(
                        ChartTheme.DEFAULT, Samples.results(List.of("softmax", "ε-greedy"), steps, 2, standardError)),
                metric);
    }

    private static XYChart chart(Metric metric, double standardError, long... steps) {
        return figure(metric, standardError, steps).chart();
    }

    @ParameterizedTest
    @CsvSource({
        "REGRET, cumulative pseudo-regret (reward units)",
        "REWARD, mean reward per step",
        "OPTIMAL_ACTION, optimal action (%)"
    })
    void theAxisSaysWhatIsMeasured(Metric metric, String title) {
        assertThat(figure(metric, 0.1, 1, 2, 3).yTitle()).isEqualTo(title);
    }

    @Test
    void aSeriesIsNamedAfterItsLearner() {
        assertThat(chart(Metric.REGRET, Double.NaN, 1, 2, 3).getSeriesCollection())
                .extracting(XYSeries::getName)
                .containsExactly("softmax", "ε-greedy", "bound");
    }

    @Test
    void regretStartsAtZeroOnALinearAxis() {
        XYChart chart = chart(Metric.REGRET, Double.NaN, 1, 2, 3);
        assertThat(chart.getSeries("softmax").getXData()).startsWith(0).endsWith(2, 3);
        assertThat(chart.getSeries("softmax").getYData()).containsExactly(0, 1, 2, 3);
    }

    /** SciPy 1.17: {@code t.ppf(.975, 99) == 1.9842169515086827}. */
    @Test
    void theBandIsNinetyFivePercentWide() {
        XYChart chart = chart(Metric.REGRET, 0.5, 1, 2);
        double half = 0.5 * 1.9842169515086827;
        assertThat(chart.getSeries("\0softmax").getYData())
                .containsExactly(new double[] {0, 1 + half, 2 + half, 2 - half, 1 - half, 0}, within(1e-9));
    }

    @Test
    void aMeanOverStepsHasABandWhereTheErrorOfEachPointIsKnown() {
        double half = 0.01 * 1.9842169515086827;
        assertThat(chart(Metric.REWARD, 0.01, 1, 2).getSeries("\0softmax").getYData())
                .contains(new double[] {0.5 - half, 0.5 + half}, within(1e-9));
        assertThat(chart(Metric.REGRET, 0.5, 1, 2).getSeriesCollection()).hasSize(5);
        long[] dense = LongStream.rangeClosed(1, 100).toArray();
        assertThat(chart(Metric.REWARD, 0.01, dense).getSeriesCollection())
                .as("a point averages several reported means, of which the joint error is not kept")
                .hasSize(2);
    }

    @Test
    void aMeanOverSpansHasTheBandOfTheErrorThatIsKeptOfThem() {
        long[] dense = LongStream.rangeClosed(1, 100).toArray();
        Results results = Samples.results(List.of("softmax"), dense, 2, 1);
        int[] ends = MetricCurve.spans(dense, MetricCurve.SPAN_SHARE, List.of());
        long[] steps = Arrays.stream(ends).mapToLong(i -> dense[i]).toArray();
        double[] mean = new double[ends.length];
        double[] error = new double[ends.length];
        Arrays.fill(mean, 0.5);
        Arrays.fill(error, 0.01);
        Results kept = results.toBuilder()
                .spans(List.of(new MetricCurve("softmax", Metric.REWARD, steps, mean, error, 100)))
                .build();
        CurveFigure figure = MetricCurves.of(ShownLearners.of(ChartTheme.DEFAULT, kept), Metric.REWARD);
        assertThat(figure.chart().getSeries("\0softmax").getYData())
                .contains(new double[] {0.5 + 0.01 * 1.9842169515086827}, within(1e-9));
        assertThat(figure.caption())
                .contains("at least 5 % of those so far; bands, for each point alone: 95 % Student");
    }

    @Test
    void optimalActionsAreInPercent() {
        assertThat(chart(Metric.OPTIMAL_ACTION, 0, 1, 2).getSeries("softmax").getYData())
                .containsOnly(50);
    }

    @Test
    void stepsAreLinearButForNormalisedRegret() {
        ShownLearners shown = ShownLearners.of(
                ChartTheme.DEFAULT, Samples.results(List.of("a", "b"), new long[] {1, 100, 50_000}, 2, 0.1));
        assertThat(MetricCurves.of(shown, Metric.REGRET).chart().getStyler().isXAxisLogarithmic())
                .isFalse();
        assertThat(DifferenceCurves.of(shown).chart().getStyler().isXAxisLogarithmic())
                .isFalse();
        assertThat(MetricCurves.of(shown, Metric.REWARD).chart().getStyler().isXAxisLogarithmic())
                .isFalse();
        assertThat(NormalisedRegret.of(shown).chart().getStyler().isXAxisLogarithmic())
                .isTrue();
    }

    @Test
    void aThousandPointsAreThinnedButTheLastIsKept() {
        double[] x = chart(Metric.REGRET, 0.1, Samples.every(1000))
                .getSeries("softmax")
                .getXData();
        assertThat(x).hasSizeBetween(150, 250).endsWith(1000);
    }

    /** Against the best fixed arm in hindsight, who follows a change loses less than nothing. */
    @Test
    void negativeRegretIsShown() {
        Curve curve = Curve.plain("follower", new long[] {1, 2, 3}, new double[] {1, -4, -9});
        XYChart chart = new CurveFigure(
                        ShownLearners.of(ChartTheme.DEFAULT, Samples.results(List.of("a"), Samples.every(3), 2, 1)),
                        "",
                        new StepAxis(3, false),
                        List.of(new StyledCurve(curve, 0)),
                        "regret",
                        Range.FROM_ZERO)
                .chart();
        assertThat(chart.getStyler().getYAxisMin()).isLessThan(-9);
        assertThat(chart.getStyler().getYAxisMax()).isPositive();
    }

    /** The first steps, which a linear axis of 2000 steps shows as one, are there for a logarithmic one. */
    @Test
    void theNumbersAreEnoughForEveryScale() {
        CurveData data = figure(
                        Metric.REGRET, 0.1, LongStream.rangeClosed(1, 2000).toArray())
                .data();
        assertThat(data.x()).startsWith(0, 1, 2, 3, 4).endsWith(2000).hasSizeBetween(200, 800);
        assertThat(data.lines()).extracting(Line::label).containsExactly("softmax", "ε-greedy", "bound");
        assertThat(data.lines().get(1).y()).isEqualTo(data.x());
        assertThat(data.lines().get(0).low()).hasSameSizeAs(data.x());
        assertThat(data.spans()).isEmpty();
    }

    @Test
    void aMeanOverStepsNamesThem() {
        CurveData data = figure(Metric.REWARD, 0.1, 1, 2, 30, 40).data();
        assertThat(data.x()).containsExactly(0, 1, 2, 16.5, 35.5, 40);
        assertThat(data.spans()).containsExactly("", "1", "2", "3–30", "31–40", "");
    }

    private static CurveFigure ending(Results results, ChartOptions options, double... ends) {
        List<StyledCurve> lines = IntStream.range(0, ends.length)
                .mapToObj(i -> new StyledCurve(
                        Curve.plain("learner " + i, new long[] {1, 2, 3}, new double[] {0, ends[i] / 2, ends[i]}), i))
                .toList();
        ChartTheme theme = new ChartTheme(options.resolved());
        return new CurveFigure(
                ShownLearners.of(theme, results), "", new StepAxis(3, false), lines, "regret", Range.FROM_ZERO);
    }

    /** The four that are not cut: too few others, others too near, a scale that is asked for, others too few against those that would be cut. */
    @Test
    void theAxisIsCutBelowAFewCurvesThatWouldPressManyOthersOntoIt() {
        Results results = Samples.results(List.of("a"), Samples.every(3), 2, 1);
        CurveFigure cut = ending(results, ChartOptions.NONE, 6, 7, 801, 8, 9, 10, 4512);
        assertThat(cut.chart().getStyler().getYAxisMax()).isBetween(10.0, 11.0);
        assertThat(cut.caption())
                .isEqualTo(
                        " The vertical axis is cut below learner 2, which ends at 801, and below learner 6, which ends at 4512.");
        assertThat(ending(results, ChartOptions.NONE, 6, 7, 8, 9, 10, 50).caption())
                .isEqualTo(" The vertical axis is cut below learner 5, which ends at 50.0.");
        ChartOptions linear = ChartOptions.of(Map.of("yScale", "linear"));
        for (CurveFigure whole : List.of(
                ending(results, ChartOptions.NONE, 7, 8, 9, 10, 801),
                ending(results, ChartOptions.NONE, 6, 7, 8, 9, 10, 49),
                ending(results, linear, 6, 7, 8, 9, 10, 801),
                ending(results, ChartOptions.NONE, 6, 7, 8, 9, 10, 801, 802, 803))) {
            assertThat(whole.caption()).isEmpty();
            assertThat(whole.chart().getStyler().getYAxisMax()).isGreaterThan(49);
        }
    }

    @Test
    void aCutCurveSaysWhereItEndsAndStaysInThePlot() throws IOException {
        Results results = Samples.results(List.of("a"), Samples.every(3), 2, 1);
        String svg = ImageFile.element(ending(results, ChartOptions.NONE, 6, 7, 801, 8, 9, 10));
        assertThat(Samples.words(svg)).contains("learner 2 (ends at 801)").doesNotContain("learner 1 (");
        assertThat(svg).contains("clip-path");
        assertThat(ImageFile.element(ending(results, ChartOptions.NONE, 6, 7, 8, 9, 10)))
                .doesNotContain("clip-path");
    }

    /** The script of a page shows all curves, at once. */
    @Test
    void aPageHasAllNumbersOfACutCurveAndNoWordOfTheCut() {
        Results page = Samples.results(List.of("a"), Samples.every(3), 2, 1).toBuilder()
                .question("")
                .build();
        CurveFigure cut = ending(page, ChartOptions.NONE, 6, 7, 801, 8, 9, 10);
        assertThat(cut.caption()).isEmpty();
        assertThat(cut.data().lines().get(2).y()).endsWith(801);
        assertThat(cut.chart().getStyler().getYAxisMax()).isLessThan(11);
    }
}
