package kelvin.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.chart.classifier.CoefficientFigure;
import kelvin.chart.layout.ChartTheme;
import kelvin.chart.layout.FeatureGrid;
import kelvin.metric.Coefficient;
import kelvin.metric.ContextResults;
import kelvin.metric.GroupRegret;
import kelvin.metric.ReliabilityBin;
import kelvin.metric.Results;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.knowm.xchart.XYChart;

class ContextChartsTest {
    private static Results results(List<String> features) {
        List<Coefficient> coefficients = IntStream.range(0, 3)
                .boxed()
                .flatMap(arm -> IntStream.range(0, features.size())
                        .mapToObj(i -> new Coefficient("a", arm, features.get(i), Math.sin(arm + 0.3 * i), 0.1)))
                .toList();
        List<ReliabilityBin> bins = List.of(
                new ReliabilityBin("a", 0, 0.1, 0.04, 0.06, 0.5), new ReliabilityBin("a", 0.9, 1, 0.95, 0.8, 0.5));
        List<GroupRegret> groups =
                List.of(new GroupRegret("a", "inner", 75, 0, 0), new GroupRegret("a", "outer region", 25, 6.25, 0.5));
        return Samples.results(List.of("a", "b"), new long[] {1, 10}, 2, 0.1).toBuilder()
                .contexts(new ContextResults(true, false, List.of(), coefficients, bins, groups))
                .build();
    }

    @Test
    void contextsAddTheirCharts(@TempDir Path folder) throws IOException {
        Results results = results(List.of("age", "income", "1"));
        assertThat(Charts.names(results)).contains("regret-by-group", "reliability", "coefficients");
        Charts.draw(results, folder, name -> name.startsWith("re") || name.equals("coefficients"));
        assertThat(Files.readString(folder.resolve("coefficients.svg")))
                .contains("income")
                .contains("arm 2");
        assertThat(Files.readString(folder.resolve("regret-by-group.svg"))).contains("outer region");
        assertThat(Files.readString(folder.resolve("reliability.svg"))).contains("true expected reward");
    }

    @Test
    void namesOfArmsAndWhatIsLeftOutAreSaid(@TempDir Path folder) throws IOException {
        List<String> learners = IntStream.range(0, 20).mapToObj(i -> "l" + i).toList();
        Results results = Samples.results(learners, new long[] {1, 10}, 2, 0.1).toBuilder()
                .contexts(new ContextResults(
                        true,
                        false,
                        List.of("basic", "pro"),
                        List.of(new Coefficient("l0", 1, "age", 2, 0.1)),
                        List.of(new ReliabilityBin("l0", Double.NEGATIVE_INFINITY, 0.1, -0.04, 0.06, 1)),
                        List.of(new GroupRegret("l0", "inner", 75, 0, 0))))
                .build();
        List<String> names = List.of("coefficients", "reliability", "regret-by-group");
        Charts.draw(results, folder, names::contains);
        for (String name : names) {
            assertThat(text(folder.resolve(name + ".svg"))).contains("Of 20 learners");
        }
        assertThat(text(folder.resolve("coefficients.svg"))).contains("pro").doesNotContain("arm 1");
    }

    private static String text(Path svg) throws IOException {
        return Files.readString(svg).replaceAll("(<[^>]*>|\\s)+", " ");
    }

    @Test
    void theHighestBarIsTheRegretOfADecision() {
        List<GroupRegret> groups = results(List.of("x")).contexts().groups();
        assertThat(new GroupPanel(ChartTheme.DEFAULT, "a", groups, 0, 0.25, 1.96)
                        .chart()
                        .getSeries("regret")
                        .getYData())
                .containsExactly(0, 0.25);
    }

    @Test
    void regretBelowZeroIsDrawnBelowTheAxis() {
        GroupPanel panel = GroupPanel.of(
                        ChartTheme.DEFAULT,
                        List.of(new GroupRegret("a", "won", 100, -50, 5), new GroupRegret("a", "lost", 100, 10, 5)),
                        1.96)
                .get(0);
        assertThat(panel.low()).isBetween(-0.65, -0.5 - 1.96 * 0.05);
        assertThat(panel.high()).isBetween(0.1 + 1.96 * 0.05, 0.25);
        XYChart chart = panel.chart();
        chart.paint(new BufferedImage(200, 200, BufferedImage.TYPE_INT_RGB).createGraphics(), 200, 200);
        double zero = chart.getScreenYFromChart(0);
        assertThat(panel.bar(chart, 0).getMinY()).isCloseTo(zero, within(1e-6));
        assertThat(panel.bar(chart, 1).getMaxY()).isCloseTo(zero, within(1e-6));
        assertThat(panel.bar(chart, 0).getHeight())
                .isCloseTo(5 * panel.bar(chart, 1).getHeight(), within(1e-3));
    }

    @Test
    void narrowCoefficientsStandBesideEachOther() {
        int one = coefficients(3, "a").height();
        assertThat(coefficients(3, "a", "b").height()).isEqualTo(one);
        assertThat(coefficients(3, "a", "b", "c").height()).isGreaterThan(one);
        assertThat(coefficients(40, "a", "b").height())
                .isGreaterThan(coefficients(40, "a").height());
    }

    /** Of 117 features the largest have names, and a row has room for its own however narrow the cells. */
    @Test
    void ofManyFeaturesSomeAreNamed(@TempDir Path folder) throws IOException {
        CoefficientFigure many = coefficients(117, "a");
        assertThat(many.height()).isGreaterThanOrEqualTo(coefficients(41, "a").height());
        Charts.draw(Map.of("many", () -> many), folder);
        assertThat(text(folder.resolve("many.svg")))
                .contains("117 features, some named", " x116 x112 ")
                .doesNotContain(" x115 ");
        Charts.draw(Map.of("few", () -> coefficients(3, "a")), folder);
        assertThat(text(folder.resolve("few.svg"))).contains(" x1 ").doesNotContain("some named");
    }

    private static CoefficientFigure coefficients(int features, String... learners) {
        List<Coefficient> all = Stream.of(learners)
                .flatMap(
                        label -> IntStream.range(0, features).mapToObj(i -> new Coefficient(label, 0, "x" + i, i, 0.1)))
                .toList();
        return CoefficientFigure.of(
                ChartTheme.DEFAULT,
                Samples.results(List.of("a", "b", "c"), new long[] {1, 10}, 2, 0.1).toBuilder()
                        .contexts(ContextResults.NONE.with(all, List.of(), List.of()))
                        .build(),
                "");
    }

    @Test
    void pixelsMakeAPictureAndOtherFeaturesARow() {
        List<String> pixels = IntStream.range(0, 6)
                .mapToObj(i -> "pixel_" + i / 3 + "_" + i % 3)
                .toList();
        List<String> withConstant =
                Stream.concat(pixels.stream(), Stream.of("constant")).toList();
        FeatureGrid picture = FeatureGrid.of(withConstant);
        assertThat(picture.picture()).isTrue();
        assertThat(picture.rows()).isEqualTo(2);
        assertThat(picture.place(4)).isEqualTo(4);
        assertThat(picture.others()).containsExactly("constant");
        assertThat(FeatureGrid.of(List.of("x_1", "y_0_0", "z")).picture()).isFalse();
        assertThat(FeatureGrid.of(pixels.subList(0, 5)).picture()).isFalse();
    }
}
