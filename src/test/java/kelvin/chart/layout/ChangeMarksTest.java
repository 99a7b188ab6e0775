package kelvin.chart.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ChangeMarksTest {
    private static final Rectangle2D PLOT = new Rectangle2D.Double(0, 0, 200, 100);

    /** Returns the rows in which a word was painted. */
    private static int[] rows(long change, Line2D... curves) {
        BufferedImage image = new BufferedImage(200, 100, BufferedImage.TYPE_INT_ARGB);
        ChangeMarks.of(ChartTheme.DEFAULT, AxisRange.linear(0, 100), List.of(change))
                .paintWords(image.createGraphics(), PLOT, List.of(curves));
        return IntStream.range(0, 100)
                .filter(y -> IntStream.range(0, 200).anyMatch(x -> image.getRGB(x, y) != 0))
                .toArray();
    }

    @Test
    void theWordStandsAtTheTopUnlessACurveIsThere() {
        assertThat(rows(20)[0]).isLessThan(10);
        assertThat(rows(20, new Line2D.Double(0, 8, 200, 8))[0]).isGreaterThan(10);
        assertThat(rows(20, new Line2D.Double(0, 90, 200, 90))[0]).isLessThan(10);
    }

    @Test
    void theWordIsPaintedAlsoWhereCurvesAreEverywhere() {
        assertThat(rows(50, new Line2D.Double(0, 0, 200, 100), new Line2D.Double(0, 100, 200, 0)))
                .isNotEmpty();
    }

    @Test
    void aLegendNamesTheLinesOfPanels() {
        ChangeMarks none = new ChangeMarks(ChartTheme.DEFAULT, AxisRange.linear(0, 1), List.of());
        assertThat(none.legend()).isEmpty();
        assertThat(new ChangeMarks(ChartTheme.DEFAULT, AxisRange.linear(0, 9), List.of(5L)).legend())
                .hasValueSatisfying(
                        legend -> assertThat(legend.labels().get(0).lines()).containsExactly("change"));
    }
}
