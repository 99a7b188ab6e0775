package kelvin.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import kelvin.cli.Main;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The report of an experiment, and the index of several, as their readers use them. */
class ReportTest {
    @RegisterExtension
    private static final Browser browser = new Browser();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void play() throws IOException {
        Path file = Files.writeString(folder.resolve("coins.yaml"), """
                question: Which learner of <coins> is best?
                seed: 1
                horizon: 1000
                repetitions: 40
                testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.7}}, {Bernoulli: {p: 0.5}}, {Bernoulli: {p: 0.3}}]}}
                learners: {uniform: {Uniform: {}}, UCB1: {Ucb1: {}}, Thompson & Co: {ThompsonBeta: {}}}
                trace: {steps: 20, runs: [0, 1]}
                """);
        Path other = Files.writeString(folder.resolve("moving.yaml"), """
                question: Does it keep up?
                seed: 1
                horizon: 50
                repetitions: 3
                testbed: {RandomSwitching: {testbed: {BernoulliTestbed: {arms: 2, means: {Uniform: {low: 0, high: 1}}}}, probability: 0.1}}
                learners: {greedy: {Greedy: {}}, uniform: {Uniform: {}}}
                """);
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
        for (Path each : List.of(file, other)) {
            assertThat(Main.run(out, out, "run", each.toString(), "--results", folder.toString()))
                    .as(said::toString)
                    .isZero();
        }
        assertThat(Main.run(out, out, "gallery", folder.toString())).as(said::toString).isZero();
    }

    private static Page open(Page page) {
        page.navigate(folder.resolve("coins/report.html").toUri().toString());
        return page;
    }

    private static Locator chart(Page page, String heading) {
        return page.locator("figure", new Page.LocatorOptions().setHas(page.locator("h3", new Page.LocatorOptions().setHasText(heading))));
    }

    private static Locator button(Locator in, String name) {
        return in.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private static Locator plot(Locator chart) {
        return chart.getByRole(AriaRole.SLIDER);
    }

    private static void hover(Locator chart, double share) {
        plot(chart).scrollIntoViewIfNeeded();
        BoundingBox box = plot(chart).boundingBox();
        chart.page().mouse().move(box.x + share * box.width, box.y + box.height / 2);
    }

    /** Returns the mean in curves.csv. */
    private static double mean(String learner, String metric, String step) throws IOException {
        return Files.readAllLines(folder.resolve("coins/curves.csv")).stream()
                .filter(line -> line.startsWith(learner + "," + metric + "," + step + ","))
                .mapToDouble(line -> Double.parseDouble(line.split(",", -1)[3]))
                .findFirst()
                .orElseThrow();
    }

    /** Two places of the plot, read from the table beside the hairline. */
    @ParameterizedTest
    @CsvSource({"0.2", "0.6"})
    void theValueUnderThePointerIsThatOfTheResults(double share) throws IOException {
        Locator regret = chart(open(browser.page(1280, 900)), "Regret over time");
        assertThat(regret.locator(".values table")).isHidden();
        hover(regret, share);
        String step = regret.locator(".values caption").textContent().replace("step ", "");
        assertThat(Integer.parseInt(step)).isBetween(50, 950);
        for (String learner : List.of("uniform", "UCB1", "Thompson & Co")) {
            Locator row = regret.locator(".values tr", new Locator.LocatorOptions().setHasText(learner));
            String shown = row.locator("td").first().textContent();
            int decimals = shown.contains(".") ? shown.length() - shown.indexOf('.') - 1 : 0;
            assertThat(shown).isEqualTo(String.format(Locale.ROOT, "%." + decimals + "f", mean(learner, "regret", step)));
        }
        Browser.picture(regret.page(), "report-hover-" + share, false);
        regret.page().mouse().move(1, 1);
        assertThat(regret.locator(".values table")).isHidden();
    }

    /** A mean over a bin is told with the steps of the bin. */
    @Test
    void aMeanOverStepsSaysWhich() {
        Locator optimal = chart(open(browser.page(1280, 900)), "Optimal actions");
        hover(optimal, 0.6);
        assertThat(optimal.locator(".values caption")).hasText(Pattern.compile("steps \\d+–\\d+"));
        assertThat(optimal.locator(".values tr:visible")).hasCount(3);
    }

    @Test
    void keysMoveAlongTheSteps() {
        Locator regret = chart(open(browser.page(1280, 900)), "Regret over time");
        Locator caption = regret.locator(".values caption");
        plot(regret).focus();
        regret.page().keyboard().press("End");
        assertThat(caption).hasText("step 1000");
        for (Locator row : regret.locator(".values tr", new Locator.LocatorOptions().setHasText(" … ")).all()) {
            List<Double> numbers = Arrays.stream(row.locator("td").allTextContents().toString().split("[^0-9.]+"))
                    .filter(text -> !text.isEmpty())
                    .map(Double::valueOf)
                    .toList();
            assertThat(numbers.get(0)).isBetween(numbers.get(1), numbers.get(2));
        }
        assertThat(regret.locator(".values tr", new Locator.LocatorOptions().setHasText(" … "))).hasCount(3);
        regret.page().keyboard().press("ArrowLeft");
        assertThat(caption).not().hasText("step 1000");
        regret.page().keyboard().press("Home");
        assertThat(caption).hasText("step 1");
        assertThat(plot(regret)).hasAttribute("aria-valuetext", "step 1");
        regret.page().keyboard().press("Escape");
        assertThat(caption).isHidden();
    }

    @Test
    void aLearnerIsHiddenInAllCharts() {
        Page page = open(browser.page(1280, 900));
        Locator regret = chart(page, "Regret over time");
        Locator optimal = chart(page, "Optimal actions");
        assertThat(regret.locator("path.curve")).hasCount(4);
        button(regret, "uniform").click();
        assertThat(button(regret, "uniform")).hasAttribute("aria-pressed", "false");
        assertThat(button(optimal, "uniform")).hasAttribute("aria-pressed", "false");
        assertThat(regret.locator("path.curve")).hasCount(3);
        assertThat(optimal.locator("path.curve")).hasCount(2);
        hover(regret, 0.5);
        assertThat(regret.locator(".values tr", new Locator.LocatorOptions().setHasText("uniform"))).isHidden();
        button(optimal, "uniform").click();
        assertThat(regret.locator("path.curve")).hasCount(4);
    }

    @Test
    void aScaleIsSwitchedAndBack() {
        Locator regret = chart(open(browser.page(1280, 900)), "Regret over time");
        String linear = regret.locator("path.curve").first().getAttribute("d");
        for (String name : List.of("log x", "log y")) {
            button(regret, name).click();
            assertThat(button(regret, name)).hasAttribute("aria-pressed", "true");
            assertThat(regret.locator("path.curve").first().getAttribute("d")).isNotEqualTo(linear);
        }
        assertThat(regret.locator("svg text", new Locator.LocatorOptions().setHasText(Pattern.compile("^1|10|100|1000$")))).not().hasCount(0);
        Browser.picture(regret.page(), "report-log", false);
        button(regret, "log x").click();
        button(regret, "log y").click();
        assertThat(regret.locator("path.curve").first()).hasAttribute("d", linear);
    }

    @ParameterizedTest
    @CsvSource({"360, LIGHT", "360, DARK", "768, LIGHT", "1280, LIGHT", "1280, DARK"})
    void itFitsEveryScreenAndReader(int width, ColorScheme scheme) throws IOException {
        Page page = browser.page(width, 800);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        for (String file : List.of("coins/report.html", "index.html")) {
            page.navigate(folder.resolve(file).toUri().toString());
            Browser.picture(page, file.replaceAll("\\W.*", "") + "-" + width + "-" + scheme, true);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
            assertThat((Double) page.evaluate(PageTest.SMALLEST_TYPE)).isGreaterThanOrEqualTo(12);
            assertThat(Browser.violations(page)).isEmpty();
        }
    }

    /** On a phone names and values are below the drawing, and names still hide learners. */
    @Test
    void onAPhoneTheLegendIsBelow() {
        Locator regret = chart(open(browser.page(360, 800)), "Regret over time");
        BoundingBox drawing = plot(regret).boundingBox();
        for (String learner : List.of("uniform", "UCB1", "Thompson & Co")) {
            BoundingBox name = button(regret, learner).boundingBox();
            assertThat(name.y).isGreaterThanOrEqualTo(drawing.y + drawing.height);
            assertThat(name.x + name.width).isLessThanOrEqualTo(360);
        }
        button(regret, "UCB1").click();
        assertThat(button(regret, "UCB1")).isFocused();
        assertThat(regret.locator("path.curve")).hasCount(3);
    }

    /** By kind of problem at first; all others in one list. */
    @Test
    void theIndexSorts() {
        Page page = browser.page(1280, 900);
        page.navigate(folder.resolve("index.html").toUri().toString());
        Locator items = page.locator("li strong:visible");
        assertThat(items).hasText(new String[] {"Which learner of <coins> is best?", "Does it keep up?"});
        assertThat(page.locator("h2:visible")).hasText(new String[] {"Bandits that do not change", "Bandits that change"});
        page.getByLabel("Sort by").selectOption("question");
        assertThat(items).hasText(new String[] {"Does it keep up?", "Which learner of <coins> is best?"});
        assertThat(page.locator("h2:visible")).hasCount(0);
        page.getByLabel("Sort by").selectOption("most learners");
        assertThat(items.first()).hasText("Which learner of <coins> is best?");
        page.getByLabel("Sort by").selectOption("kind of problem");
        assertThat(page.locator("h2:visible")).hasCount(2);
        assertThat(page.locator("li svg path")).hasCount(6);
        items.first().click();
        assertThat(page.locator("h1")).hasText("Which learner of <coins> is best?");
    }

    @Test
    void withoutTheScriptThePicturesAreThere() {
        Page page = open(browser.withoutScript(1280, 900));
        assertThat(chart(page, "Regret over time").locator(".wide > svg")).isVisible();
        assertThat(page.locator(".live")).hasCount(0);
        assertThat(page.locator("ol.data").first()).isHidden();
    }

    @Test
    void onPaperThePicturesAreWhole() {
        Page page = open(browser.page(1280, 900));
        Locator regret = chart(page, "Regret over time");
        assertThat(regret.locator(".wide > svg")).isHidden();
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(regret.locator(".wide > svg")).isVisible();
        assertThat(regret.locator(".live")).isHidden();
    }
}
