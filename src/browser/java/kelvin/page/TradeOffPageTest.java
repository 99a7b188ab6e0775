package kelvin.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import kelvin.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The view "The trade-off", used as a person would. */
class TradeOffPageTest {
    private static final String SMALL = "#view=trade-off&steps=100&repetitions=24";
    private static final String EVERYBODY =
            "&learners=softmax:0.3,greedy:0.1,ucb:1,thompson:1,cooling:1,gates:0.2,gradient:0.1";

    @RegisterExtension
    private static final Browser browser = new Browser();

    @TempDir
    private Path folder;

    private static void awaitEnd(Page page) {
        assertThat(page.locator("#sweep-words"))
                .containsText(
                        Pattern.compile("\\((24|80|200) repetitions\\)"),
                        new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        assertThat(page.locator("#progress")).containsText("repetitions are played");
    }

    private static Locator rows(Page page) {
        return page.locator("#curves-table tbody tr");
    }

    /** All learners, over several slices: the file that the page offers is the one that {@code kelvin run} writes. */
    @ParameterizedTest
    @ValueSource(strings = {"gaussian", "bernoulli"})
    void itsNumbersAreThoseOfTheTerminal(String bed) throws IOException {
        Page page = browser.open("#view=trade-off&steps=300&repetitions=80&bed=" + bed + EVERYBODY);
        awaitEnd(page);
        Path file = folder.resolve("mine.yaml");
        Files.writeString(file, page.locator("#experiment").textContent());
        Path csv = page.waitForDownload(() -> page.locator("#download").click()).path();
        PrintStream out = new PrintStream(Files.newOutputStream(folder.resolve("out")));
        assertThat(Main.run(out, out, "run", file.toString(), "--no-charts", "--results", folder.toString()))
                .isZero();
        assertThat(csv).hasSameBinaryContentAs(folder.resolve("mine/curves.csv"));
        assertThat(Files.readAllLines(csv)).hasSizeGreaterThan(7 * 3 * 50);
    }

    @Test
    void aNumberOutOfRangeIsSaidAndMarked() {
        Page page = browser.open("#view=trade-off&repetitions=24");
        for (String wrong : List.of("0", "-1", "1000", "")) {
            page.locator("#number-softmax").fill(wrong);
            assertThat(page.locator("#number-softmax-refused")).hasText("τ may be 0.001 to 100; 0.2 is shown.");
            assertThat(page.locator("#number-softmax")).hasAttribute("aria-invalid", "true");
        }
        page.locator("#number-softmax").fill("0.5");
        assertThat(page.locator(".refused")).hasCount(0);
        page.locator("#arms").fill("1");
        assertThat(page.locator("#arms-refused")).hasText("A whole number from 2 to 20; 10 is shown.");
        page.locator("#number-greedy").fill("1.5");
        assertThat(page.locator("#number-greedy-refused")).hasText("ε may be 0.001 to 1; 0.1 is shown.");
        Browser.picture(page, "refused", false);
        page.locator("#seed").fill("2");
        assertThat(page.locator(".refused")).hasCount(0);
        assertThat(page.locator("#arms")).hasValue("10");
    }

    @Test
    void theBestTemperatureIsFoundBesideTodays() {
        Page page = browser.open("#view=trade-off&repetitions=24&learners=softmax:3");
        awaitEnd(page);
        assertThat(page.locator("#sweep-words")).containsText("your 3 costs");
        assertThat(page.locator("#sweep text").last()).isVisible();
        assertThat(page.locator("#sweep-table tbody tr")).hasCount(13);
        assertThat(page.locator("#sweep")).containsText("yours: 3");
        String today = page.locator("#sweep-table tbody tr:has(th:text-is('3')) td").textContent();
        assertThat(rows(page).nth(0).locator("td").nth(0)).hasText(today);
    }

    @Test
    void aChangeWhileItPlaysBeginsAnew() {
        Page page = browser.open("#view=trade-off&steps=3000&repetitions=1000");
        page.locator("#number-softmax").fill("0.5");
        page.locator("#horizon").selectOption("100");
        page.locator("#repetitions").selectOption("24");
        awaitEnd(page);
        assertThat(page.locator("#progress")).hasText("All 24 repetitions are played.");
        assertThat(rows(page).nth(0)).containsText("softmax 0.5");
        assertThat(page.locator("#experiment")).containsText("horizon: 100\n");
    }

    @Test
    void learnersComeAndGoButOneStays() {
        Page page = browser.open(SMALL);
        page.getByLabel("gates").check();
        assertThat(rows(page)).hasCount(5);
        for (String name : List.of("ε-greedy", "UCB1", "Thompson", "gates")) {
            page.getByLabel(name, new Page.GetByLabelOptions().setExact(true)).uncheck();
        }
        assertThat(rows(page)).hasCount(1);
        assertThat(page.locator("#plays-softmax")).isDisabled();
        page.locator("#number-softmax").fill("-1");
        awaitEnd(page);
        assertThat(page.locator("#experiment")).containsText("softmax 0.2: {Softmax: {temperature: 0.2}}");
    }

    @Test
    void otherCurvesAreShownWithoutPlayingAgain() {
        Page page = browser.open(SMALL);
        awaitEnd(page);
        page.locator("#shown").selectOption("2");
        assertThat(page.locator("#curves")).containsText("100 %");
        assertThat(page.locator("#progress")).hasText("All 24 repetitions are played.");
        assertThat(page.locator("#curves polyline")).hasCount(4);
    }

    @Test
    void aLinkSharesTheMoment() {
        Page page = browser.open(SMALL);
        page.locator("#arms").fill("5");
        page.locator("#seed").fill("9");
        page.locator("#number-greedy").fill("0.25");
        page.locator("#bed").selectOption("bernoulli");
        page.locator("#shown").selectOption("1");
        page.waitForURL(url -> url.contains("show=1"));
        awaitEnd(page);
        Page other = browser.open(browser.page(800, 600), page.url().substring(page.url().indexOf('#')));
        awaitEnd(other);
        for (String id : List.of("experiment", "curves-table", "sweep-table", "sweep-words")) {
            assertThat(other.locator("#" + id).textContent())
                    .isEqualTo(page.locator("#" + id).textContent());
        }
        assertThat(other.locator("#shown")).hasValue("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"&arms=1", "&steps=7", "&seed=-1", "&learners=softmax:0", "&learners=nobody:1", "&bed=x", "&show=3"})
    void whatAnAddressHoldsWronglyIsAsUsual(String wrong) {
        Page page = browser.open("#view=trade-off&repetitions=24" + wrong);
        assertThat(page.locator("#experiment"))
                .hasText(Pattern.compile("seed: 1.*horizon: 1000.*GaussianTestbed: \\{arms: 10.*softmax 0.2", Pattern.DOTALL));
    }

    @Test
    void theViewsAreLinked() {
        Page page = browser.open("");
        page.getByText("The trade-off").first().click();
        assertThat(page).hasTitle("The trade-off · Kelvin");
        assertThat(page.locator("#decision")).isHidden();
        page.getByText("One decision").first().click();
        assertThat(page).hasTitle("One decision · Kelvin");
        assertThat(page.locator("#softmax-sum")).hasText("1.00");
        assertThat(page.locator("#trade-off")).isHidden();
    }
}
