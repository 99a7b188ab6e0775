package kelvin.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.chart.layout.ChartTheme;
import kelvin.metric.ContextResults;
import kelvin.metric.Results;
import kelvin.metric.SelectionShares;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

class SelectionPanelTest {
    private static SelectionPanel panel(int ranks) {
        return SelectionPanel.of(
                        ChartTheme.DEFAULT,
                        Samples.results(List.of("a"), Samples.every(20), ranks, 1)
                                .selections(),
                        List.of())
                .get(0);
    }

    @Test
    void thereIsAnAreaPerRankTheWorstPaintedFirst() {
        XYChart chart = panel(3).chart();
        assertThat(chart.getSeriesCollection()).extracting(XYSeries::getName).containsExactly("3", "2", "1");
    }

    @Test
    void areasAreSharesInPercentAddedFromTheBest() {
        XYChart chart = panel(4).chart();
        assertThat(chart.getSeries("1").getYData()[0]).isCloseTo(25, within(1e-9));
        assertThat(chart.getSeries("4").getYData()[0]).isCloseTo(100, within(1e-9));
    }

    @Test
    void theTailOfManyRanksIsGrouped() {
        assertThat(labels(RankGroups.of(12))).hasSize(12).startsWith("1", "2", "3");
        assertThat(labels(RankGroups.of(100)))
                .containsExactly("1", "2", "3–4", "5–8", "9–16", "17–32", "33–64", "65–100");
        assertThat(labels(RankGroups.of(1))).containsExactly("1");
    }

    private static List<String> labels(RankGroups groups) {
        SelectionShares meansVary = new SelectionShares("a", new long[] {1}, new int[0], new double[][] {{}});
        return IntStream.range(0, groups.count())
                .mapToObj(group -> groups.label(group, meansVary, ContextResults.NONE))
                .toList();
    }

    @Test
    void ranksNameTheirArmWhereArmsStay() {
        SelectionShares fixed = new SelectionShares("a", new long[] {1}, new int[] {1, 0}, new double[][] {{1, 0}});
        assertThat(RankGroups.of(2).label(0, fixed, ContextResults.NONE)).isEqualTo("1 (arm 1)");
        ContextResults named =
                new ContextResults(true, false, List.of("basic", "pro"), List.of(), List.of(), List.of());
        assertThat(RankGroups.of(2).label(0, fixed, named)).isEqualTo("1 (pro)");
    }

    /** A panel of a million arms of which the best are never selected would be white. */
    @Test
    void whatTheNamedRanksLackIsHatched() throws IOException {
        Results all = Samples.results(List.of("a"), Samples.every(20), 5, 1);
        double[][] frequency = new double[20][];
        Arrays.fill(frequency, new double[] {0.5, 0.25});
        Results lacking = all.toBuilder()
                .selections(List.of(new SelectionShares("a", Samples.every(20), new int[0], frequency)))
                .build();
        assertThat(panel(5).hatched()).isFalse();
        assertThat(Samples.caption(all, "selections")).doesNotContain("hatched");
        assertThat(Samples.words(Samples.svg(all, "selections"))).doesNotContain("none of these");
        assertThat(Samples.caption(lacking, "selections"))
                .startsWith("Ranks by true mean, 1 the best; hatched: an arm of lower rank, or none.");
        assertThat(Samples.words(Samples.svg(lacking, "selections"))).contains("none of these");
    }

    @Test
    void theAxisHasRoomForSeveralArmsAtAStep() {
        SelectionShares one = new SelectionShares("one", new long[] {1}, new int[0], new double[][] {{0.5, 0.5}});
        SelectionShares several =
                new SelectionShares("several", new long[] {1}, new int[0], new double[][] {{1, 0.75}});
        assertThat(SelectionPanel.of(ChartTheme.DEFAULT, List.of(one, several), List.of()))
                .extracting(SelectionPanel::top)
                .containsExactly(175.0, 175.0);
        assertThat(SelectionPanel.of(ChartTheme.DEFAULT, List.of(one), List.of())
                        .get(0)
                        .top())
                .isEqualTo(100);
    }
}
