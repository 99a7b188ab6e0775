package kelvin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kelvin.chart.layout.AxisRange;
import kelvin.chart.layout.ChartTheme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
        AxisRange range = new IntervalFigure(ChartTheme.DEFAULT, INTERVALS).range();
        assertThat(range.low()).isBetween(0.2, 0.3);
        assertThat(range.high()).isBetween(0.6, 0.7);
    }

    @Test
    void bothFormatsAreWritten() throws IOException {
        assertThat(Charts.draw(INTERVALS, folder, "evaluation"))
                .containsExactly(folder.resolve("evaluation.png"), folder.resolve("evaluation.svg"));
    }
}
