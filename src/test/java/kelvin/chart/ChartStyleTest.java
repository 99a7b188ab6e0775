package kelvin.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import kelvin.chart.style.ChartOptions;
import kelvin.chart.style.ChartStyle;
import kelvin.contract.InvalidValue;
import kelvin.metric.Results;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Charts in styles, judged by the pictures that were written. */
class ChartStyleTest {
    private static final long[] STEPS = {1, 10, 100, 1000, 5000};
    private static final Results RESULTS = Samples.results(List.of("softmax", "ε-greedy", "UCB1"), STEPS, 2, 0.1);
    private static final double POINTS_PER_PIXEL = 0.75;

    @TempDir
    private Path folder;

    private Path draw(String chart, String format, String... options) throws IOException {
        Map<String, String> all = new HashMap<>(Map.of("format", format));
        for (int i = 0; i < options.length; i += 2) {
            all.put(options[i], options[i + 1]);
        }
        return Charts.draw(RESULTS, folder, chart::equals, ChartOptions.of(all).resolved())
                .get(0);
    }

    private static double attribute(String svg, String name) {
        return Double.parseDouble(
                matches(svg, "<svg [^>]*\\b" + name + "=\"([0-9.]+)\"").get(0));
    }

    private static List<String> matches(String text, String pattern) {
        return Pattern.compile(pattern, Pattern.DOTALL)
                .matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1))
                .toList();
    }

    /** Returns the size in points of each text of a PDF. */
    private static Map<String, Double> sizes(Path pdf) throws IOException {
        Map<String, Double> sizes = new HashMap<>();
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            new PDFTextStripper() {
                @Override
                protected void writeString(String text, List<TextPosition> positions) {
                    sizes.put(text, (double) positions.get(0).getYScale());
                }
            }.writeText(document, new StringWriter());
        }
        return sizes;
    }

    private static String text(Path pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            return new PDFTextStripper().getText(document);
        }
    }

    @ParameterizedTest
    @CsvSource({"paper, 234, 8", "slide, 864, 18", "screen, 600, 9.375"})
    void tickLabelsHaveTheFontSizeOfTheStyle(String style, double width, double size) throws IOException {
        Path pdf = draw("regret", "pdf", "style", style);
        assertThat(sizes(pdf).get("1000")).isCloseTo(size, offset(0.02));
        try (PDDocument document = Loader.loadPDF(pdf.toFile())) {
            PDRectangle page = document.getPage(0).getMediaBox();
            assertThat((double) page.getWidth()).isCloseTo(width, offset(0.01));
        }
        String svg = Files.readString(draw("regret", "svg", "style", style));
        double scale = attribute(svg, "width")
                / Double.parseDouble(matches(svg, "viewBox=\"0 0 ([0-9]+)").get(0));
        assertThat(attribute(svg, "width") * POINTS_PER_PIXEL).isCloseTo(width, offset(0.02));
        List<String> fonts = matches(svg, "font-size(?:=\"|:)([0-9.]+)");
        assertThat(fonts).contains("12.5");
        assertThat(12.5 * scale * POINTS_PER_PIXEL).isCloseTo(size, offset(0.02));
    }

    @Test
    void aTableOfMeansOverStepsHasARowPerMeanAndNoneForTheEdges() throws IOException {
        List<String> lines = Files.readAllLines(draw("reward", "csv", "learners", "UCB1"));
        List<String> regret = Files.readAllLines(draw("regret", "csv", "learners", "UCB1"));
        String horizon = regret.get(regret.size() - 1).split(",", -1)[0];
        assertThat(regret).anyMatch(line -> line.startsWith("0,"));
        assertThat(lines)
                .hasSizeGreaterThan(2)
                .noneMatch(line -> line.startsWith("0,") || line.startsWith(horizon + ","));
    }

    @Test
    void aPictureHasTheWidthInInchesTimesDotsPerInch() throws IOException {
        BufferedImage image =
                ImageIO.read(draw("regret", "png", "style", "paper").toFile());
        assertThat(image.getWidth()).isEqualTo(975);
        image = ImageIO.read(draw(
                        "regret",
                        "png",
                        "width",
                        "10cm",
                        "height",
                        "5cm",
                        "dpi",
                        "254",
                        "caption",
                        "off",
                        "title",
                        "off",
                        "fontSize",
                        "7pt")
                .toFile());
        assertThat(image.getWidth()).isEqualTo(1000);
        assertThat(image.getHeight()).isBetween(498, 502);
    }

    @Test
    void aPdfHasTitleLabelsTicksAndCaptionAsText() throws IOException {
        assertThat(text(draw("regret", "pdf")))
                .contains("softmax", "ε-greedy", "UCB1", "step", "5000", "Mean of 100 repetitions");
        assertThat(text(draw("regret", "pdf")).replaceAll("\\s", "")).contains("cumulativepseudo-regret(rewardunits)");
        assertThat(text(draw("selections", "pdf"))).contains("rank", "softmax", "100");
    }

    @Test
    void equalChartsHaveEqualPdfs() throws IOException {
        byte[] first = Files.readAllBytes(draw("regret", "pdf"));
        assertThat(Files.readAllBytes(draw("regret", "pdf"))).isEqualTo(first);
        assertThat(Files.readAllBytes(draw("regret", "pdf", "grey", "true"))).isNotEqualTo(first);
    }

    @Test
    void wordsMayBeReplacedOrLeftOut() throws IOException {
        String own = text(draw("regret", "pdf", "title", "My title", "caption", "My caption"));
        assertThat(own).contains("My title", "My caption").doesNotContain("repetitions");
        assertThat(text(draw("regret", "pdf", "title", "off", "caption", "off")))
                .doesNotContain("Which", "repetitions", "off");
    }

    @Test
    void learnersAreShownInOrder() throws IOException {
        String text = text(draw("selections", "pdf", "learners", "UCB1,softmax"));
        assertThat(text).doesNotContain("ε-greedy");
        assertThat(text.indexOf("UCB1")).isLessThan(text.indexOf("softmax"));
        assertThatThrownBy(() -> draw("regret", "pdf", "learners", "nobody"))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("softmax, ε-greedy, UCB1");
    }

    @Test
    void boundsMayBeLeftOut() throws IOException {
        assertThat(text(draw("regret", "pdf"))).contains("bound");
        assertThat(text(draw("regret", "pdf", "bounds", "false"))).doesNotContain("bound");
    }

    @Test
    void axesMayHaveLimitsAndScales() throws IOException {
        assertThat(text(draw("regret", "pdf", "xLimits", "1..50")))
                .contains("50")
                .doesNotContain("1000");
        assertThat(text(draw("regret", "pdf", "xScale", "log"))).contains("10", "100", "logarithmic");
        assertThat(text(draw("regret", "pdf", "yScale", "log"))).contains("The vertical axis is logarithmic.");
        assertThat(text(draw("differences", "pdf", "yScale", "log"))).doesNotContain("logarithmic");
        assertThatThrownBy(() -> draw("regret", "pdf", "xLimits", "6000.."))
                .hasMessageContaining("must be within the 5000 steps");
    }

    @Test
    void numbersMayBeAmerican() throws IOException {
        assertThat(text(draw("regret", "pdf", "numbers", "en-US"))).contains("5,000");
    }

    @Test
    void thePaperReachesTheLastRowOfDots() throws IOException {
        BufferedImage image = ImageIO.read(draw("regret", "png", "height", "10.03cm", "width", "16.03cm", "dpi", "300")
                .toFile());
        assertThat(image.getRGB(0, image.getHeight() - 1)).isEqualTo(0xFFFFFFFF);
        assertThat(image.getRGB(image.getWidth() - 1, 0)).isEqualTo(0xFFFFFFFF);
    }

    @Test
    void greyPicturesHaveNoColour() throws IOException {
        BufferedImage image =
                ImageIO.read(draw("selections", "png", "grey", "true").toFile());
        for (int x = 0; x < image.getWidth(); x += 7) {
            for (int y = 0; y < image.getHeight(); y += 7) {
                int rgb = image.getRGB(x, y);
                assertThat(rgb >> 8 & 0xFF).isEqualTo(rgb & 0xFF).isEqualTo(rgb >> 16 & 0xFF);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"ends", "inside", "below"})
    void namesStandWhereTheyAreAskedFor(String place) throws IOException {
        assertThat(text(draw("regret", "pdf", "legend", place))).contains("softmax", "UCB1");
    }

    @Test
    void anUnknownFontIsAnErrorThatNamesSome() {
        assertThatThrownBy(() -> draw("regret", "svg", "font", "Nonesuch"))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("font = 'Nonesuch'")
                .hasMessageContaining("DejaVu Sans");
        assertThatThrownBy(() -> draw("regret", "svg", "font", "none.ttf")).hasMessageContaining("where no file is");
    }

    @Test
    void aHeightWithoutRoomIsAnError() {
        assertThatThrownBy(() -> draw("regret", "svg", "height", "1in"))
                .isInstanceOf(InvalidValue.class)
                .hasMessageContaining("height = 1.00in, must be at least");
    }

    @Test
    void latexHasALegendEntryForEachCurveAndABandForEachThatHasOne() throws IOException {
        String tex = Files.readString(draw("regret", "tikz", "style", "paper"));
        assertThat(matches(tex, "\\\\addlegendentry\\{([^}]*)\\}"))
                .containsExactly("softmax", "$\\varepsilon$-greedy", "UCB1", "bound");
        assertThat(matches(tex, "fill between\\[of=(low\\d and high\\d)\\]")).hasSize(3);
        assertThat(tex)
                .contains("width=234bp", "\\fontsize{8}{9.6}", "xmin=0,xmax=5000", "% Caption: Mean of 100", "95 \\%")
                .contains("{HTML}{0072B2}", "(5000,");
        assertThat(tex.chars().filter(c -> c == '{').count())
                .isEqualTo(tex.chars().filter(c -> c == '}').count());
        assertThat(matches(tex, "\\\\begin\\{(\\w+)\\}")).containsExactly("tikzpicture", "axis");
        assertThat(matches(tex, "\\\\end\\{(\\w+)\\}")).containsExactly("axis", "tikzpicture");
        assertThat(Files.readString(draw("regret", "tikz", "xScale", "log", "yScale", "log")))
                .contains("xmode=log", "ymode=log");
        assertThat(tex)
                .as("a title longer than the axis has no brackets")
                .contains("ylabel={cumulative pseudo-regret},")
                .doesNotContain("change");
        assertThat(Files.readString(draw("regret", "tikz")))
                .contains("ylabel={cumulative pseudo-regret (reward units)},");
    }

    @Test
    void latexHasALineWhereTheProblemChanges() throws IOException {
        Results changing = RESULTS.toBuilder().changes(List.of(STEPS[1])).build();
        ChartStyle style = ChartOptions.of(Map.of("format", "tikz")).resolved();
        Path tex = Charts.draw(changing, folder, "regret"::equals, style).get(0);
        assertThat(Files.readString(tex))
                .contains("clip mode=individual", "\\draw[dashed,black!70] (axis cs:" + STEPS[1] + ",0)", "{change};");
    }

    @Test
    void aWideTableHasAColumnForEachCurveAndForEachEndOfItsBand() throws IOException {
        Path csv = draw("regret", "csv", "learners", "UCB1,softmax", "bounds", "false");
        assertThat(csv).hasFileName("regret-curves.csv");
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines.get(0)).isEqualTo("step,UCB1,UCB1_low,UCB1_high,softmax,softmax_low,softmax_high");
        assertThat(lines).hasSize(1 + 1 + STEPS.length);
        assertThat(lines.get(1)).isEqualTo("0,0.0,0.0,0.0,0.0,0.0,0.0");
    }

    @Test
    void chartsOfAnythingButCurvesAreNotTables() {
        assertThatThrownBy(() -> draw("selections", "tikz,csv"))
                .hasMessage("format = tikz,csv, must be one of png, svg, pdf for selections, not of curves");
    }
}
