package kelvin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kelvin.chart.layout.ChartTheme;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

class LogFigureTest {
    private static final LogLines COSTS = new LogLines(
            "title",
            "caption",
            "actions",
            "nanoseconds",
            new long[] {1, 10, 100},
            true,
            List.of(
                    new LogLines.Line("tree", new double[] {20, 30, 40}),
                    new LogLines.Line("scan", new double[] {10, 100, 1000})));

    @Test
    void bothAxesAreLogarithmic() {
        XYChart chart = new LogFigure(ChartTheme.DEFAULT, COSTS).chart();
        assertThat(chart.getStyler().isXAxisLogarithmic()).isTrue();
        assertThat(chart.getStyler().isYAxisLogarithmic()).isTrue();
    }

    @Test
    void aSeriesIsNamedAfterItsLine() {
        assertThat(new LogFigure(ChartTheme.DEFAULT, COSTS).chart().getSeriesCollection())
                .extracting(XYSeries::getName)
                .containsExactly("tree", "scan");
    }

    @Test
    void theVerticalAxisCoversLinesAndDotsInWholeDecades() {
        XYChart chart = new LogFigure(ChartTheme.DEFAULT, lines(new double[] {2, 2}, new double[] {3, 0.5})).chart();
        assertThat(chart.getStyler().isXAxisLogarithmic()).isFalse();
        assertThat(chart.getStyler().getYAxisMin()).isEqualTo(0.1);
        assertThat(chart.getStyler().getYAxisMax()).isEqualTo(10);
    }

    @Test
    void aLineThatIsLevelAtADecadeStillHasARange() {
        XYChart chart = new LogFigure(ChartTheme.DEFAULT, lines(new double[] {1, 1}, new double[0])).chart();
        assertThat(chart.getStyler().getYAxisMin()).isEqualTo(1);
        assertThat(chart.getStyler().getYAxisMax()).isEqualTo(10);
    }

    private static LogLines lines(double[] y, double[] dots) {
        return new LogLines(
                "title",
                "caption",
                "layers",
                "share",
                new long[] {1, 2},
                false,
                List.of(new LogLines.Line("a", y, dots)));
    }
}
