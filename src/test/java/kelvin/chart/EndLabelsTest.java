package kelvin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.TextBlock;
import org.junit.jupiter.api.Test;

class EndLabelsTest {
    private static final double LINE =
            TextBlock.wrap("x", ChartTheme.DEFAULT.label(), 99, 1).height();

    private static EndLabels labels(String... names) {
        return new EndLabels(
                ChartTheme.DEFAULT,
                Stream.of(names)
                        .map(name -> new StyledCurve(Curve.plain(name, new long[] {1}, new double[] {0}), 0))
                        .toList());
    }

    @Test
    void labelsWithRoomStandAtTheEndOfTheirLine() {
        double[] tops = labels("a", "b").tops(new double[] {50, 150}, 0, 200);
        assertThat(tops).containsExactly(50 - LINE / 2, 150 - LINE / 2);
    }

    @Test
    void labelsOfEqualEndsAreStackedAroundThem() {
        double[] tops = labels("a", "b").tops(new double[] {100, 100}, 0, 200);
        assertThat(tops).containsExactly(100 - LINE, 100);
    }

    @Test
    void labelsKeepTheOrderOfTheEndsAndNeverOverlap() {
        double[] tops = labels("a", "b", "c", "d").tops(new double[] {199, 3, 195, 198}, 0, 200);
        assertThat(tops[2] - tops[1]).isGreaterThanOrEqualTo(LINE);
        assertThat(tops[3] - tops[2]).isGreaterThanOrEqualTo(LINE);
        assertThat(tops[0] - tops[3]).isGreaterThanOrEqualTo(LINE);
        assertThat(tops[1]).isNotNegative();
        assertThat(tops[0] + LINE).isLessThanOrEqualTo(200);
    }
}
