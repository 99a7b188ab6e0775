package kelvin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import kelvin.chart.layout.ChartTheme;
import kelvin.metric.ActionMap;
import kelvin.metric.Results;
import kelvin.metric.StepUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapFigureTest {
    private static final List<String> STRAIGHT = List.of("up", "right", "down", "left");
    private static final List<String> KINGS =
            List.of("up", "right", "down", "left", "up-right", "down-right", "down-left", "up-left");

    private static Results results(Set<Integer> starts, Set<Integer> goals) {
        double[][] cells = {{0.1, 0.9, 0, 0}, {}, {}};
        ActionMap map = new ActionMap("a", 3, STRAIGHT, cells, starts, goals);
        return Samples.results(List.of("a"), new long[] {1, 2}, 2, 0.1).toBuilder()
                .unit(StepUnit.EPISODE)
                .maps(List.of(map))
                .build();
    }

    @ParameterizedTest
    @CsvSource({
        "up, 0, -1",
        "right, 1, 0",
        "down, 0, 1",
        "left, -1, 0",
        "up-right, 1, -1",
        "down-right, 1, 1",
        "down-left, -1, 1",
        "up-left, -1, -1"
    })
    void anArrowPointsFromTheMiddleOutwards(String action, int right, int down) {
        for (List<String> actions : List.of(STRAIGHT, KINGS)) {
            if (actions.contains(action)) {
                Path2D arrow = new MapFigure(ChartTheme.DEFAULT, results(Set.of(), Set.of()))
                        .arrow(actions, actions.indexOf(action), 0, 0);
                Rectangle2D box = arrow.getBounds2D();
                assertThat(Math.signum(Math.rint(box.getCenterX()))).isEqualTo(right);
                assertThat(Math.signum(Math.rint(box.getCenterY()))).isEqualTo(down);
                assertThat(widthAt(arrow, right, down, 0.42)).isLessThan(widthAt(arrow, right, down, 0.27));
            }
        }
    }

    /** Returns the length of a line across an arrow that is inside of it, at that distance from the middle in sides of a cell of 40. */
    private static long widthAt(Path2D arrow, double right, double down, double distance) {
        double length = Math.hypot(right, down);
        long inside = 0;
        for (double across = -20; across <= 20; across += 0.1) {
            double x = (right * 40 * distance - down * across) / length;
            double y = (down * 40 * distance + right * across) / length;
            inside += arrow.contains(x, y) ? 1 : 0;
        }
        return inside;
    }

    @Test
    void startAndGoalAreNamedAndWhereNobodyStandsIsHatched() throws IOException {
        Results results = results(Set.of(0), Set.of(2));
        String svg = Samples.svg(results, "policy");
        assertThat(svg.replaceAll("<[^>]*>", "\n").lines().map(String::strip)).contains("S", "G");
        assertThat(Samples.caption(results, "policy")).contains("S: start. G: goal. Hatched:");
        assertThat(lines(svg)).isGreaterThan(8);
    }

    @Test
    void aGoalIsNotHatched() throws IOException {
        Results results = results(Set.of(0), Set.of(1, 2));
        assertThat(Samples.caption(results, "policy")).doesNotContain("Hatched");
        assertThat(lines(Samples.svg(results, "policy"))).isZero();
    }

    private static long lines(String svg) {
        return svg.split("<line ", -1).length - 1L;
    }
}
