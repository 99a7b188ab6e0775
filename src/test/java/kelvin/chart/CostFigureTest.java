package kelvin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYSeries;

class CostFigureTest {
    private static final Costs COSTS = new Costs(
            "title",
            "caption",
            "actions",
            "nanoseconds",
            new long[] {1, 10, 100},
            List.of(
                    new Costs.Line("tree", new double[] {20, 30, 40}),
                    new Costs.Line("scan", new double[] {10, 100, 1000})));

    @Test
    void bothAxesAreLogarithmic() {
        XYChart chart = new CostFigure(COSTS).chart(600, 400);
        assertThat(chart.getStyler().isXAxisLogarithmic()).isTrue();
        assertThat(chart.getStyler().isYAxisLogarithmic()).isTrue();
    }

    @Test
    void aSeriesIsNamedAfterItsLine() {
        assertThat(new CostFigure(COSTS).chart(600, 400).getSeriesCollection())
                .extracting(XYSeries::getName)
                .containsExactly("tree", "scan");
    }
}
