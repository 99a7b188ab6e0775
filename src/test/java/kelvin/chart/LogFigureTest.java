package kelvin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
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
        XYChart chart = new LogFigure(ChartTheme.DEFAULT, COSTS).chart(600, 400);
        assertThat(chart.getStyler().isXAxisLogarithmic()).isTrue();
        assertThat(chart.getStyler().isYAxisLogarithmic()).isTrue();
    }

    @Test
    void aSeriesIsNamedAfterItsLine() {
        assertThat(new LogFigure(ChartTheme.DEFAULT, COSTS).chart(600, 400).getSeriesCollection())
                .extracting(XYSeries::getName)
                .containsExactly("tree", "scan");
    }

    @Test
    void theVerticalAxisCoversLinesAndDotsInWholeDecades() {
        XYChart chart =
                new LogFigure(ChartTheme.DEFAULT, lines(new double[] {2, 2}, new double[] {3, 0.5})).chart(600, 400);
        assertThat(chart.getStyler().isXAxisLogarithmic()).isFalse();
        assertThat(chart.getStyler().getYAxisMin()).isEqualTo(0.1);
        assertThat(chart.getStyler().getYAxisMax()).isEqualTo(10);
    }

    @Test
    void aLineThatIsLevelAtADecadeStillHasARange() {
        XYChart chart = new LogFigure(ChartTheme.DEFAULT, lines(new double[] {1, 1}, new double[0])).chart(600, 400);
        assertThat(chart.getStyler().getYAxisMin()).isEqualTo(1);
        assertThat(chart.getStyler().getYAxisMax()).isEqualTo(10);
    }

    /** The labels of 41 decades would be drawn over each other. */
    @Test
    void ofManyDecadesEachThirdHasALabel() {
        XYChart chart =
                new LogFigure(ChartTheme.DEFAULT, lines(new double[] {1e-20, 1e20}, new double[0])).chart(600, 400);
        Function<Double, String> label = chart.getStyler().getYAxisTickLabelsFormattingFunction();
        assertThat(Stream.of(1e-20, 1e-19, 1e-18, 1e-17, 1e-2, 1e-1, 1.0, 10.0).map(label))
                .containsExactly("10⁻²⁰", " ", " ", "10⁻¹⁷", "10⁻²", " ", " ", "10");
        XYChart few = new LogFigure(ChartTheme.DEFAULT, lines(new double[] {1, 1000}, new double[0])).chart(600, 400);
        assertThat(Stream.of(1.0, 10.0, 100.0, 1000.0).map(few.getStyler().getYAxisTickLabelsFormattingFunction()))
                .containsExactly("1", "10", "100", "1000");
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
