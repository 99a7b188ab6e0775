package kelvin.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.SelectOption;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;

/** One learner step by step in the trade-off, and pictures saved as files. */
class StepByStepPageTest {
    private static final String SMALL = "#view=trade-off&steps=100&repetitions=24&arms=3";

    @RegisterExtension
    private static final Browser browser = new Browser();

    private static void awaitEnd(Page page) {
        assertThat(page.locator("#sweep-words"))
                .containsText(
                        Pattern.compile("\\((24|80) repetitions\\)"),
                        new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
    }

    /** The shares of the pulls, what is traced and the regret: of the mean and of a run alone, which differ. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void itsBitsAreThoseOfTheJvm(boolean ones) {
        List<String> kinds = List.of("softmax", "cooling", "gates", "greedy", "ucb", "gradient", "thompson");
        String script =
                """
                async ([kinds, ones]) => {
                  const packed = Uint8Array.from(atob(document.getElementById('trade-off-classes').textContent), c => c.charCodeAt(0));
                  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
                  const play = (await TeaVM.wasmGC.load(new Uint8Array(await new Response(unpacked).arrayBuffer()))).exports;
                  play.open(ones, 5, 150, 3, true);
                  kinds.forEach(kind => play.add(kind, 0.3, kind));
                  play.play(12);
                  return kinds.flatMap((kind, i) => {
                    play.alone(kind, 0.3, kind, 7);
                    return [i, -1].flatMap(of => [0, 1, 2, 3, 4].flatMap(what => [...play.inside(of, what)]));
                  }).map(String);
                }
                """;
        TradeOff.open(ones, 5, 150, 3, true);
        kinds.forEach(kind -> TradeOff.add(kind, 0.3, kind));
        TradeOff.play(12);
        List<Double> expected = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            TradeOff.alone(kinds.get(i), 0.3, kinds.get(i), 7);
            for (int of : new int[] {i, -1}) {
                for (int what = 0; what < 5; what++) {
                    Arrays.stream(TradeOff.inside(of, what)).forEach(expected::add);
                }
            }
            assertThat(TradeOff.inside(-1, 4)).isNotEqualTo(TradeOff.inside(i, 4));
        }
        Page page = browser.open("");
        List<?> found = (List<?>) page.evaluate(script, List.of(kinds, ones));
        assertThat(found.stream().map(text -> Double.valueOf((String) text)).toList()).isEqualTo(expected);
    }

    @Test
    void theMeanHidesWhatOneRunDoes() {
        Page page = browser.open(SMALL);
        awaitEnd(page);
        assertThat(page.locator("#inside polygon")).hasCount(3);
        assertThat(page.locator("#inside-run polygon")).hasCount(3);
        assertThat(page.locator("#inside")).containsText("mean of 24 runs");
        assertThat(page.locator("#inside-run")).containsText("run 17 alone");
        page.getByText("The picture as a table").nth(1).click();
        List<String> first = page.locator("#inside-table tbody tr").first().locator("td").allInnerTexts();
        assertThat(first.subList(3, 6)).containsExactlyInAnyOrder("1.00", "0.00", "0.00");
        assertThat(first.subList(0, 3).stream().mapToDouble(Double::parseDouble).sum()).isBetween(0.98, 1.02);
        String before = page.locator("#inside-table").textContent();
        page.locator("#run").fill("3");
        assertThat(page.locator("#inside-run")).containsText("run 3 alone");
        assertThat(page.locator("#experiment")).containsText("trace: {steps: 100, runs: [3]}");
        assertThat(page.locator("#inside-table").textContent()).isNotEqualTo(before);
        page.locator("#run").fill("24");
        assertThat(page.locator("#inside-run")).containsText("run 3 alone");
    }

    /** Entropy begins at that of three arms which are equally likely; a fixed temperature stays, one that cools falls as 1/√t. */
    @ParameterizedTest
    @CsvSource({"2, softmax, 1.099", "3, softmax, 0.200", "3, cooling, 1.000", "4, UCB1, 0.0"})
    void whatIsLookedAtCanBeChosen(int quantity, String learner, String start) {
        Page page = browser.open(SMALL + "&learners=softmax:0.2,ucb:1,cooling:1");
        awaitEnd(page);
        page.locator("#quantity").selectOption(String.valueOf(quantity));
        page.locator("#looked").selectOption(new SelectOption().setLabel(learner));
        awaitEnd(page);
        assertThat(page.locator("#inside polyline")).hasCount(2);
        assertThat(page.locator("#inside")).containsText("mean of 24 runs");
        assertThat(page.locator("#inside-run")).isHidden();
        page.getByText("The picture as a table").nth(1).click();
        Locator rows = page.locator("#inside-table tbody tr");
        if (quantity == 4) {
            assertThat(Double.parseDouble(rows.first().locator("td").first().innerText())).isBetween(0.0, 3.0);
        } else {
            assertThat(rows.first().locator("td").first()).hasText(start);
        }
        if (learner.equals("cooling")) {
            assertThat(rows.last().locator("td").first()).hasText("0.100");
        }
        page.waitForURL(url -> url.contains("at=" + quantity));
        Page other = browser.open(browser.page(360, 800), page.url().substring(page.url().indexOf('#')));
        awaitEnd(other);
        assertThat(other.locator("#inside")).containsText("mean of 24 runs");
        assertThat(other.locator("#inside-table").textContent())
                .isEqualTo(page.locator("#inside-table").textContent());
    }

    @Test
    void whatIsNotKnownIsSaidSo() {
        Page page = browser.open(SMALL + "&look=2&at=3");
        awaitEnd(page);
        assertThat(page.locator("#inside-words")).hasText("UCB1 has no temperature.");
        assertThat(page.locator("#inside")).isHidden();
        page.locator("#plays-ucb").uncheck();
        assertThat(page.locator("#looked")).hasValue("0");
        assertThat(page.locator("#inside")).isVisible();
    }

    @ParameterizedTest
    @CsvSource({"inside, steps, share of the pulls", "inside-run, run, share of the pulls", "curves, curves, softmax 0.2",
        "sweep, temperatures, regret at the last step", "profile-file, temperature, 'probability, Softmax'",
            "race, game, reward"})
    void picturesAreSaved(String id, String name, String text) throws Exception {
        Page page = browser.open(id.equals("profile-file") ? "" : id.equals("race") ? "#view=play" : SMALL);
        if (page.url().contains("trade-off")) {
            awaitEnd(page);
        }
        if (id.equals("profile-file")) {
            page.getByText("The picture as a table").first().click();
        }
        Download svg = page.waitForDownload(() -> page.locator("#" + id + "-svg").click());
        assertThat(svg.suggestedFilename()).isEqualTo(name + ".svg");
        Element drawing = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(Files.readAllBytes(svg.path())))
                .getDocumentElement();
        assertThat(drawing.getTextContent()).contains(text);
        Element shape = (Element) drawing.getElementsByTagName("polygon").item(0);
        assertThat(shape.getAttribute("fill")).startsWith("rgb(");
        Download png = page.waitForDownload(() -> page.locator("#" + id + "-png").click());
        assertThat(png.suggestedFilename()).isEqualTo(name + ".png");
        BufferedImage picture = ImageIO.read(png.path().toFile());
        assertThat(picture.getWidth()).isEqualTo((int) (2 * Math.floor(Double.parseDouble(drawing.getAttribute("width")))));
        assertThat(Arrays.stream(picture.getRGB(0, 0, picture.getWidth(), picture.getHeight(), null, 0, picture.getWidth()))
                        .distinct()
                        .count())
                .isGreaterThan(20);
        Path shown = Path.of(System.getProperty("screenshots"), "saved-" + name + ".png");
        Files.createDirectories(shown.getParent());
        Files.copy(png.path(), shown, StandardCopyOption.REPLACE_EXISTING);
    }
}
