package kelvin.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.chart.layout.ChartTheme;
import kelvin.metric.RewardHistogram;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;

class RewardPanelTest {
    private static RewardPanel panel(double width, double[] low, double[] frequency) {
        double[] high = IntStream.range(0, low.length)
                .mapToDouble(i -> i + 1 < low.length ? low[i + 1] : low[i] + width)
                .toArray();
        return new RewardPanel(ChartTheme.DEFAULT, new RewardHistogram(4, 0, low, high, frequency), width, 90);
    }

    private static RewardPanel bins(double... frequency) {
        return panel(
                2, IntStream.range(0, frequency.length).mapToDouble(i -> 2 * i).toArray(), frequency);
    }

    @Test
    void aBarIsAShareOfThePulls() {
        RewardPanel panel = bins(0.25, 0.75);
        XYChart chart = panel.chart();
        assertThat(panel.title(200).lines()).containsExactly("rank 1 (arm 4)");
        assertThat(chart.getSeries("shares").getYData()).containsExactly(25, 75);
        assertThat(chart.getSeries("shares").getXData()).containsExactly(1, 3);
    }

    /** Ten bins from 0 to 20 and an air of half a bin on both sides: a bin is an eleventh of the width. */
    @Test
    void aBarStandsOverTheRangeOfItsBin() {
        RewardPanel panel = bins(0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1);
        for (int bin = 0; bin < 10; bin++) {
            Rectangle2D bar = panel.bar(bin, 50, 0, 1100, 100);
            assertThat(bar.getX()).isCloseTo(50 + 50 + 100 * bin, within(1e-9));
            assertThat(bar.getWidth()).isCloseTo(100, within(1e-9));
        }
    }

    @Test
    void aBarIsAsHighAsItsShareAndEndsOnTheGround() {
        Rectangle2D bar = bins(0.45, 0.55).bar(0, 0, 10, 100, 200);
        assertThat(bar.getMaxY()).isEqualTo(210);
        assertThat(bar.getHeight()).isCloseTo(200 * 0.5 / 1.02, within(0.1));
    }

    @Test
    void aRareRewardIsNeverTooSmallToSee() {
        double[] low = {0, 0.001, 1000};
        RewardHistogram arm = new RewardHistogram(0, 0, low, low, new double[] {0.5, 0.499, 0.001});
        Rectangle2D bar = new RewardPanel(ChartTheme.DEFAULT, arm, 0.0005, 50).bar(2, 0, 0, 60, 105);
        assertThat(bar.getWidth()).isEqualTo(2);
        assertThat(bar.getHeight()).isEqualTo(2);
    }

    @Test
    void aJackpotOfTwoPercentIsLabelled() {
        assertThat(bins(0.9, 0.08, 0, 0, 0, 0.002, 0.018).rare()).containsExactly(new int[] {5, 6, 7});
    }

    @Test
    void aLabelIsNotWrittenOverTheNextBar() {
        List<Rectangle2D> bars = List.of(
                new Rectangle2D.Double(0, 0, 10, 100),
                new Rectangle2D.Double(20, 98, 10, 2),
                new Rectangle2D.Double(60, 98, 10, 2));
        assertThat(RewardPanel.labelPlace(1, bars, 40, 12)).isEqualTo(new Rectangle2D.Double(12, 85, 40, 12));
        assertThat(RewardPanel.labelPlace(2, bars, 40, 12)).isEqualTo(new Rectangle2D.Double(45, 85, 40, 12));
    }

    @Test
    void aTailThatHangsTogetherIsNotLabelled() {
        assertThat(bins(0.7, 0.2, 0.06, 0.02, 0.01, 0.007, 0, 0.003).rare()).isEmpty();
    }

    @Test
    void whereValuesAreFewEachRareOneIsLabelled() {
        double[] low = {0, 1};
        RewardHistogram coin = new RewardHistogram(0, 0, low, low, new double[] {0.98, 0.02});
        assertThat(new RewardPanel(ChartTheme.DEFAULT, coin, 0.5, 98).rare()).containsExactly(new int[] {1, 1, 2});
    }
}
