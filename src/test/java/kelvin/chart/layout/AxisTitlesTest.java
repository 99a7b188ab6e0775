package kelvin.chart.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import kelvin.chart.Charts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AxisTitlesTest {
    private record Titled(int height) implements Figure {
        @Override
        public Frame frame() {
            return new Frame(ChartTheme.DEFAULT, "", "");
        }

        @Override
        public int bodyHeight() {
            return height;
        }

        @Override
        public int width() {
            return 400;
        }

        @Override
        public void paint(Graphics2D g) {
            AxisTitles.paint(
                    ChartTheme.DEFAULT,
                    g,
                    "step",
                    "estimated value (reward units)",
                    new Rectangle2D.Double(60, 20, 300, height - 40.0),
                    40);
        }
    }

    /** A title that ends in an ellipsis would run over the heading and the caption. */
    @Test
    void whatIsInBracketsIsLeftOutWhereThereIsNoRoom(@TempDir Path folder) throws IOException {
        Charts.draw(Map.of("low", () -> new Titled(240), "high", () -> new Titled(500)), folder);
        assertThat(Files.readString(folder.resolve("low.svg")))
                .contains("estimated value")
                .doesNotContain("reward", "…");
        assertThat(Files.readString(folder.resolve("high.svg"))).contains("estimated value (reward units)");
    }
}
