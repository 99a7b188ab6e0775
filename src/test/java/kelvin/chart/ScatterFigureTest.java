package kelvin.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScatterFigureTest {
    private static final Scatter.Plot PLOT =
            new Scatter.Plot("rate", new double[] {0.1, 0.5, 0.9}, new double[] {0.2, 0.5, 40});

    @TempDir
    private Path folder;

    @Test
    void theTruthDecidesTheRange() {
        assertThat(ScatterFigure.range(PLOT)).containsExactly(new double[] {0.02, 0.98}, within(1e-12));
    }

    @Test
    void bothFormatsAreWritten() throws IOException {
        Scatter scatter = new Scatter("Found again?", "caption", "true", "found", List.of(PLOT, PLOT));
        assertThat(Charts.draw(scatter, folder, "recovery"))
                .containsExactly(folder.resolve("recovery.png"), folder.resolve("recovery.svg"));
    }
}
