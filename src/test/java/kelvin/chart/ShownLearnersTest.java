package kelvin.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kelvin.chart.axis.StepAxis;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.CurveTable;
import kelvin.chart.style.ChartOptions;
import kelvin.metric.Comparisons;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;

class ShownLearnersTest {
    private static final long[] STEPS = {1, 2, 4};

    private static Results learners(int count) {
        return Samples.results(
                IntStream.range(0, count).mapToObj(i -> "learner " + i).toList(), STEPS, 2, 0.1);
    }

    @Test
    void sixteenLearnersAreAllShown() {
        assertThat(ShownLearners.of(ChartTheme.DEFAULT, learners(16)).learners())
                .hasSize(16);
        assertThat(ShownLearners.of(ChartTheme.DEFAULT, learners(16)).remark()).isEmpty();
    }

    @Test
    void ofMoreTheBestAndTheBaselineAreShownAndTheCaptionSaysSo() {
        ShownLearners shown = ShownLearners.of(ChartTheme.DEFAULT, learners(60));
        assertThat(shown.learners()).hasSizeBetween(11, 12).contains("learner 0");
        assertThat(shown.remark())
                .isEqualTo(" Of 60 learners, those with the least regret and the baseline are shown.");
    }

    @Test
    void aLearnerKeepsItsLookWhateverIsShown() {
        ChartTheme some = new ChartTheme(
                ChartOptions.of(Map.of("learners", "learner 2,learner 1")).resolved());
        Results all = learners(4);
        ShownLearners shown = ShownLearners.of(some, ResultFigures.shown(all, some.style()), ShownLearners.looks(all));
        assertThat(shown.learners()).containsExactly("learner 2", "learner 1");
        assertThat(MetricCurves.of(shown, Metric.REGRET).table().orElseThrow().curves().stream()
                        .map(CurveTable.Curve::look)
                        .filter(look -> look != ChartTheme.REFERENCE))
                .containsExactly(2, 1);
    }

    @Test
    void ofManyThoseUsuallyShownHaveTheFirstLooks() {
        List<String> looks = ShownLearners.looks(learners(60));
        List<String> shown = ShownLearners.of(ChartTheme.DEFAULT, learners(60)).learners();
        assertThat(looks).hasSize(60).startsWith(shown.toArray(String[]::new));
    }

    @Test
    void theBaselineIsShownAlsoIfItIsNotAmongTheBest() {
        Results many = learners(60);
        Results last = many.toBuilder()
                .comparisons(Comparisons.of("learner 59", many.trials(), List.of(), 4))
                .build();
        assertThat(ShownLearners.of(ChartTheme.DEFAULT, last).learners())
                .hasSize(12)
                .contains("learner 0", "learner 59");
        assertThat(MetricCurves.of(ShownLearners.of(ChartTheme.DEFAULT, last), Metric.REGRET)
                        .chart()
                        .getSeriesCollection())
                .anyMatch(series -> series.getName().equals("learner 59"));
    }

    @Test
    void differencesStandAgainstALineAtZero() {
        XYChart chart = DifferenceCurves.of(ShownLearners.of(ChartTheme.DEFAULT, learners(2)))
                .chart();
        assertThat(chart.getSeries("learner 0 (baseline)").getYData()).containsOnly(0);
        assertThat(chart.getSeries("learner 1").getXData())
                .hasSize(3)
                .startsWith(1)
                .endsWith(4);
        assertThat(chart.getSeriesCollection()).hasSize(3);
    }

    @Test
    void normalisedRegretIsOverTheLogarithmFromTheSecondStepOn() {
        XYChart chart = NormalisedRegret.of(ShownLearners.of(ChartTheme.DEFAULT, learners(1)))
                .chart();
        assertThat(chart.getSeries("learner 0").getXData()).containsExactly(2, 4);
        assertThat(chart.getSeries("learner 0").getYData())
                .containsExactly(new double[] {2 / Math.log(2), 4 / Math.log(4)}, within(1e-12));
    }

    @Test
    void regretIsDrawnWithItsLowerBounds() {
        XYChart chart = MetricCurves.of(ShownLearners.of(ChartTheme.DEFAULT, learners(1)), Metric.REGRET)
                .chart();
        assertThat(chart.getSeries("bound").getYData()).containsExactly(1, 2, 4);
    }

    @Test
    void quantilesAreTwoBands() {
        Results results = learners(1);
        FanPanel panel = new FanPanel(
                ChartTheme.DEFAULT, results.spreads().get(0), 0, StepAxis.of(ChartTheme.DEFAULT, STEPS), 4);
        assertThat(panel.chart().getSeries("outer").getYData()).hasSize(2 * STEPS.length);
        assertThat(panel.chart().getSeriesCollection()).hasSize(2);
    }
}
