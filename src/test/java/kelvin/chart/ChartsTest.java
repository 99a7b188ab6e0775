package kelvin.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import kelvin.metric.Results;
import kelvin.report.ReportChart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

class ChartsTest {
    @TempDir
    Path folder;

    static Stream<Arguments> awkwardResults() {
        List<String> twenty =
                IntStream.range(0, 20).mapToObj(i -> "ε = " + i / 20.0).toList();
        List<String> hard = List.of("", "a < b & \"c\"", "long ".repeat(60), "x".repeat(300), "日本 \uD83D\uDE42 \t\n\1");
        return Stream.of(
                Arguments.of("plain", Samples.results(List.of("one", "two"), Samples.every(1000), 10, 0.1)),
                Arguments.of("many", Samples.results(twenty, new long[] {1, 10, 5000, 2_000_000}, 100, 3)),
                Arguments.of("the last of many recommends", Samples.withRecommender(twenty, Samples.every(50))),
                Arguments.of("labels", Samples.results(hard, Samples.every(20), 1, 0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("awkwardResults")
    void everyChartIsDrawnInBothFormats(String what, Results results) throws Exception {
        List<Path> files = Charts.draw(results, folder, name -> true);
        assertThat(files)
                .extracting(file -> file.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(Charts.names(results).stream()
                        .flatMap(name -> Stream.of(name + ".png", name + ".svg"))
                        .toList());
        for (Path file : files) {
            assertThat(size(file)).as(file.toString()).isBetween(750, 2000);
        }
    }

    static Stream<Arguments> scantResults() {
        return Stream.of(
                Arguments.of("one step", Samples.results(List.of("one"), new long[] {1}, 2, 0.1)),
                Arguments.of("one reported step", Samples.results(List.of("one"), new long[] {50_000}, 2, 0.1)),
                Arguments.of("no error", Samples.results(List.of("one"), Samples.every(7), 3, Double.NaN)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("scantResults")
    void everyChartIsDrawnFromLittle(String what, Results results) {
        assertThat(Charts.names(results))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(Samples.svg(results, name).strip())
                        .startsWith("<svg ")
                        .contains("</svg"));
    }

    /** The width in pixels of a PNG, in logical pixels of an SVG; both parsers reject what is not whole. */
    private static int size(Path file) throws Exception {
        if (file.toString().endsWith(".png")) {
            return ImageIO.read(file.toFile()).getWidth();
        }
        return Integer.parseInt(svg(file).getAttribute("width"));
    }

    private static Element svg(Path file) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(file.toFile())
                .getDocumentElement();
    }

    @Test
    void textInSvgIsTextAndNotMarkup() throws Exception {
        Charts.draw(Samples.results(List.of("a < b & c"), Samples.every(5), 2, 0.1), folder, "regret"::equals);
        NodeList texts = svg(folder.resolve("regret.svg")).getElementsByTagName("text");
        assertThat(IntStream.range(0, texts.getLength())
                        .mapToObj(i -> texts.item(i).getTextContent()))
                .contains("Does <it> draw & label?", "a < b & c");
    }

    @Test
    void svgPointsToNothingOnTheWeb() throws IOException {
        Charts.draw(Samples.results(List.of("one"), Samples.every(5), 2, 0.1), folder, "regret"::equals);
        assertThat(Files.readString(folder.resolve("regret.svg"))).doesNotContain("DOCTYPE");
        assertThat(Samples.svg(Samples.results(List.of("one"), Samples.every(5), 2, 0.1), "regret"))
                .startsWith("<svg ")
                .doesNotContain("Does", "fill=\"white\"");
    }

    @Test
    void anOldPictureIsReplacedWholeAndNothingElseIsLeft() throws IOException {
        Files.write(folder.resolve("regret.png"), new byte[5_000_000]);
        Charts.draw(Samples.results(List.of("one"), Samples.every(5), 2, 0.1), folder, "regret"::equals);
        assertThat(folder.resolve("regret.png").toFile().length()).isLessThan(1_000_000);
        assertThat(folder.toFile().list()).hasSize(2);
    }

    @Test
    void filesStaySmall() throws IOException {
        List<String> eight = IntStream.range(0, 8).mapToObj(i -> "learner " + i).toList();
        for (Path file : Charts.draw(Samples.results(eight, Samples.every(1000), 10, 5), folder)) {
            assertThat(Files.size(file)).as(file.toString()).isBetween(5_000L, 200_000L);
        }
    }

    @Test
    void aChangeOfTheProblemIsALineWithAWord() throws IOException {
        Results still = Samples.results(List.of("softmax", "ε-greedy"), new long[] {1, 50, 100}, 2, 0.1);
        Results changing = still.toBuilder().changes(List.of(50L, 100L)).build();
        assertThat(Charts.embedded(still, "regret").svg()).doesNotContain(">change<");
        assertThat(Charts.embedded(changing, "regret").svg().split(">change<")).hasSize(2);
        assertThat(Charts.embedded(changing, "selections").caption()).endsWith("Dashed line: the problem changes.");
    }

    /** Of more than sixteen learners rows are low; on a phone names are longer than their column. */
    @Test
    void namesOfFinalRegretAreWholeOnAnyWidth() throws IOException {
        List<String> learners = IntStream.range(0, 20)
                .mapToObj(i -> "Thompson normal-gamma " + (char) ('a' + i))
                .toList();
        ReportChart chart = Charts.embedded(Samples.results(learners, Samples.every(20), 2, 0.1), "final-regret");
        for (String svg : List.of(chart.svg(), chart.phone())) {
            String words = Samples.words(svg);
            assertThat(words).doesNotContain("…").contains("gamma t");
            assertThat(words.split("Thompson", -1)).hasSize(21);
        }
    }
}
