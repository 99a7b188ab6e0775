package kelvin.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.List;
import java.util.Locale;
import kelvin.policy.temperature.EffectiveActions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The view "One decision", used as a person would. */
class DecisionPageTest {
    @RegisterExtension
    private static final Browser browser = new Browser();

    /** The numbers of a column of a table, from 1, without its heading. */
    private static List<String> column(Page page, String table, int column) {
        return page.locator("#" + table + " tbody td:nth-child(" + column + ") .number").allInnerTexts();
    }

    private static List<String> softmax(Page page) {
        return column(page, "values", 3);
    }

    private static List<String> gates(Page page) {
        return column(page, "values", 4);
    }

    @Test
    void itBeginsWithTheWorkedExample() {
        Page page = browser.open("");
        assertThat(softmax(page)).containsExactly("0.038", "0.209", "0.057", "0.695");
        assertThat(gates(page)).containsExactly("0.378", "0.769", "0.475", "0.917");
        assertThat(page.locator("#softmax-sum")).hasText("1.00");
        assertThat(page.locator("#gates-sum")).hasText("2.54");
        assertThat(page.locator("#entropy")).hasText("0.868");
        assertThat(page.locator("#effective-words")).hasText("as undecided as 2.4 equal actions");
        assertThat(page.locator("#best")).hasText("0.695");
        assertThat(page.locator("#loss")).hasText("0.505");
        assertThat(page.locator("#heat-words")).containsText("B 1.20, C 2.50 and A 2.90");
        assertThat(page.locator("#command")).hasText("./kelvin explain -0.5 1.2 -0.1 2.4");
    }

    @Test
    void aValueIsDraggedAndNoOtherGateMoves() {
        Page page = browser.open("");
        Locator slider = page.getByLabel("Value of C", new Page.GetByLabelOptions().setExact(true));
        slider.scrollIntoViewIfNeeded();
        BoundingBox box = slider.boundingBox();
        double y = box.y + box.height / 2;
        page.mouse().move(box.x + box.width * 0.4875, y);
        page.mouse().down();
        page.mouse().move(box.x + box.width - 13, y, new com.microsoft.playwright.Mouse.MoveOptions().setSteps(5));
        page.mouse().up();
        assertThat(page.getByLabel("Value of C as a number")).hasValue("4");
        assertThat(softmax(page)).containsExactly("0.009", "0.048", "0.785", "0.158");
        assertThat(gates(page)).containsExactly("0.378", "0.769", "0.982", "0.917");
    }

    @Test
    void valuesAreTypedAndMovedByKeys() {
        Page page = browser.open("");
        page.getByLabel("Value of A as a number").fill("7.25");
        assertThat(page.locator("#best-words")).hasText("how often A is taken");
        page.getByLabel("Value of B", new Page.GetByLabelOptions().setExact(true)).press("ArrowRight");
        assertThat(page.getByLabel("Value of B as a number")).hasValue("1.3");
        page.getByLabel("Value of A as a number").fill("");
        assertThat(page.locator("#best-words")).hasText("how often A is taken");
        page.getByLabel("Value of B as a number").click();
        assertThat(page.getByLabel("Value of A as a number")).hasValue("7.25");
    }

    @Test
    void actionsAreAddedClosedAndRemoved() {
        Page page = browser.open("");
        page.getByText("Add an action").click();
        assertThat(softmax(page)).hasSize(5);
        page.getByLabel("Remove A").click();
        assertThat(softmax(page)).hasSize(4).first().isEqualTo("0.204");
        page.getByLabel("Forbid C").click();
        assertThat(page.locator("#values tbody tr").nth(2).locator("td").nth(1)).hasText("forbidden");
        assertThat(page.locator("#command")).hasText("./kelvin explain 1.2 -0.1 -inf 0");
        page.getByLabel("Allow C").hover();
        assertThat(page.getByLabel("Allow C")).hasText("allow");
        page.getByLabel("Forbid A").click();
        page.getByLabel("Forbid B").click();
        assertThat(page.getByLabel("Forbid D")).isDisabled();
        assertThat(page.locator("#heat-words")).containsText("makes no difference");
        page.getByText("Start again").click();
        assertThat(softmax(page)).containsExactly("0.038", "0.209", "0.057", "0.695");
    }

    @Test
    void theTemperatureGoesFromGreedyToUniform() {
        Page page = browser.open("");
        Locator dial = page.getByLabel("Temperature τ, logarithmic");
        dial.press("Home");
        assertThat(page.locator("#heat-now")).hasText("0.01");
        assertThat(page.locator("#heat-words")).containsText("takes the best nearly always");
        assertThat(softmax(page).get(3)).isEqualTo("1.000");
        dial.press("End");
        assertThat(page.locator("#heat-now")).hasText("100");
        assertThat(page.locator("#effective")).hasText("4.00");
        assertThat(page.locator("#heat-words")).containsText("hardly looks at the values");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.2 | far below all of them: softmax takes the best nearly always: D (0.998)",
                "0.5 | below all of them: softmax mostly takes the best, D (0.909)",
                "0.7 | about as large as they are",
                "5.7 | about as large as they are",
                "6 | above all of them: softmax takes all nearly as often, the best, D (0.323), a little more",
                "15 | far above all of them: softmax hardly looks at the values, and takes the best, D (0.278)"
            })
    void aSentenceSaysWhatTheTemperatureDoes(String temperature, String words) {
        assertThat(browser.open("#t=" + temperature).locator("#heat-words")).containsText("τ is " + words);
    }

    @Test
    void theTemperatureIsAtHandWhereverOneIs() {
        Page page = browser.open("");
        assertThat(page.locator("#heat-bar")).isHidden();
        page.locator("#draw-title").scrollIntoViewIfNeeded();
        assertThat(page.locator("#heat-bar")).isVisible();
        page.getByLabel("τ, from here").press("End");
        assertThat(page.locator("#heat-bar")).hasText("τ = 100");
        assertThat(page.locator("#heat-now")).hasText("100");
        Browser.picture(page, "heat-bar", false);
    }

    @Test
    void aGoalSetsTheTemperatureAndKeepsItSet() {
        Page page = browser.open("");
        page.getByLabel("Find τ for").selectOption("1");
        page.locator("#goal-number").fill("2");
        String solved = String.format(
                Locale.ROOT,
                "%.3f",
                new EffectiveActions(2).temperature(-0.5, 1.2, -0.1, 2.4).temperature());
        assertThat(page.locator("#heat-now")).hasText(solved);
        assertThat(page.locator("#effective")).hasText("2.00");
        page.getByLabel("Value of D as a number").fill("9");
        assertThat(page.locator("#effective")).hasText("2.00");
        page.locator("#goal-number").fill("5");
        assertThat(page.locator("#goal-words")).containsText("No temperature from 0.01 to 100 does");
        page.getByLabel("Temperature τ, logarithmic").press("Home");
        assertThat(page.getByLabel("Find τ for")).hasValue("-1");
    }

    @Test
    void raisingOneTakesFromTheOthersInProportion() {
        Page page = browser.open("#raise=2,0");
        assertThat(page.locator("#raise-words")).containsText("Move the slider");
        for (int i = 0; i < 5; i++) {
            page.getByLabel("By how much the value is raised").press("ArrowRight");
        }
        assertThat(page.locator("#raise-table tbody tr").nth(3)).containsText("0.695 → 0.670");
        assertThat(page.locator("#raise-table tbody td:nth-child(3)"))
                .hasText(new String[] {"−0.001", "−0.007", "+0.034", "−0.025"});
        assertThat(page.locator("#raise-table tbody td:nth-child(5)")).hasText(new String[] {"0", "0", "+0.124", "0"});
        assertThat(page.locator("#raise-words")).containsText("all keep 0.964 of it");
    }

    @Test
    void exactlyOneOpenGateIsTheSoftmax() {
        Page page = browser.open("#t=0.7");
        for (int i = 0; i < 3; i++) {
            page.getByText("Next").click();
        }
        assertThat(page.getByText("Next")).isDisabled();
        assertThat(column(page, "one-table", 4)).hasSize(4).isEqualTo(column(page, "one-table", 5));
        assertThat(column(page, "one-table", 2)).isNotEqualTo(column(page, "one-table", 5));
        page.getByText("Back").click();
        assertThat(page.locator("#one-table thead th:visible")).hasCount(4);
    }

    /** The first draw is that of {@code kelvin explain}, in the README. */
    @Test
    void theFirstDrawIsThatOfTheTerminal() {
        Page page = browser.open("");
        page.getByText("Draw", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("#draw-words")).containsText("Draw 1: the number 0.4567 falls on D");
        page.getByText("Draw 100").click();
        assertThat(page.locator("#draw-words")).containsText("Draw 101: ");
        assertThat(page.locator("#draw-table tbody td:nth-child(5)").allInnerTexts().stream()
                        .mapToInt(Integer::parseInt)
                        .sum())
                .isEqualTo(101);
        page.getByText("Forget the draws").click();
        assertThat(page.locator("#draw-words")).hasText("Nothing is drawn yet.");
    }

    @Test
    void aLinkSharesTheMoment() {
        Page page = browser.open("");
        page.getByLabel("Value of A as a number").fill("3");
        page.getByLabel("Forbid B").click();
        page.getByLabel("Temperature τ, logarithmic").press("ArrowLeft");
        page.getByText("Next").click();
        page.getByText("Draw 100").click();
        page.waitForURL(url -> url.contains("draws=100"));
        Page other = browser.open(browser.page(800, 600), page.url().substring(page.url().indexOf('#')));
        for (String id : List.of("values", "raise-table", "one-table", "draw-table", "heat-words", "command")) {
            assertThat(other.locator("#" + id).textContent())
                    .isEqualTo(page.locator("#" + id).textContent());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"#q=1", "#q=1,x", "#q=1,,2", "#t=0", "#t=-1", "#closed=0,1,2,3", "#for=9,1", "#draws=1e9", "#raise=7,1", "#step=4", "#%%"})
    void whatAnAddressHoldsWronglyIsAsAtTheStart(String state) {
        Page page = browser.open(state);
        assertThat(softmax(page)).containsExactly("0.038", "0.209", "0.057", "0.695");
        assertThat(page.locator("#draw-words")).hasText("Nothing is drawn yet.");
    }
}
