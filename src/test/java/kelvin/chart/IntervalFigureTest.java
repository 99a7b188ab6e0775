package kelvin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kelvin.chart.layout.ChartTheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYChart;

class IntervalFigureTest {
    private static final EstimateIntervals INTERVALS = new EstimateIntervals(
            "Which?",
            "caption",
            "reward",
            0.3,
            List.of(
                    new EstimateIntervals.Row("first", 0.5, 0.4, 0.6, -100, 100),
                    new EstimateIntervals.Row("none", Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN)));

    @TempDir
    private Path folder;

    @Test
    void theAxisHoldsEstimatesThickLinesAndReference() {
        XYChart chart = new IntervalFigure(ChartTheme.DEFAULT, INTERVALS).chart(600, 300);
        assertThat(chart.getXAxisTitle()).isEqualTo("reward");
        assertThat(chart.getStyler().getXAxisMin()).isBetween(0.2, 0.3);
        assertThat(chart.getStyler().getXAxisMax()).isBetween(0.6, 0.7);
        assertThat(chart.getSeries("estimates").getXData()).containsExactly(0.5, 0.3);
    }

    @Test
    void bothFormatsAreWritten() throws IOException {
        assertThat(Charts.draw(INTERVALS, folder, "evaluation"))
                .containsExactly(folder.resolve("evaluation.png"), folder.resolve("evaluation.svg"));
    }
}
