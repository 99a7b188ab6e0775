package kelvin.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import kelvin.learner.LearnerSpec;
import kelvin.metric.PlayerResults;
import kelvin.random.Seed;
import kelvin.simulation.Checkpoints;
import kelvin.simulation.ReportSteps;
import kelvin.simulation.Simulation;
import kelvin.simulation.SimulationSession;
import kelvin.simulation.Workers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The view "Play it yourself", played as a person would. */
class PlayPageTest {
    private static final int STEPS = 20;
    private static final List<String> RIVALS = List.of("softmax 0.2", "ε-greedy 0.1", "UCB1", "Thompson");
    private static final List<String> KINDS = List.of("softmax", "greedy", "ucb", "thompson");
    private static final double[] NUMBERS = {0.2, 0.1, 1, 1};

    @RegisterExtension
    private static final Browser browser = new Browser();

    private static Locator arm(Page page, int arm) {
        return page.locator(".arm").nth(arm);
    }

    private static String cell(Page page, int row, int column) {
        return page.locator("#race-table tbody tr").nth(row).locator("td").nth(column).textContent();
    }

    private static String shown(double x, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", x).replace('-', '−');
    }

    /** By keys and by clicks: what is shown at the end is what the JVM plays, and the rivals are those of a simulation. */
    @ParameterizedTest
    @CsvSource({"gaussian, true, 6, 1", "gaussian, false, 4, 7", "bernoulli, true, 10, 3", "bernoulli, false, 5, 2147483647"})
    void aGameIsPlayedToItsEnd(String bed, boolean keys, int arms, int seed) {
        boolean ones = bed.equals("bernoulli");
        int[] pulls = IntStream.range(0, STEPS).map(i -> i * i % arms).toArray();
        Page page = browser.open("#view=play&steps=20&bed=" + bed + "&arms=" + arms + "&seed=" + seed);
        double[] rewards = Play.rewards(ones, arms, STEPS, seed, pulls);
        for (int i = 0; i < STEPS; i++) {
            assertThat(page.locator("#game-title")).hasText("Pull " + (i + 1) + " of 20");
            assertThat(page.locator("#game-end")).isHidden();
            assertThat(page.locator("#race-table thead")).not().containsText("Regret");
            if (keys) {
                page.keyboard().press(String.valueOf((pulls[i] + 1) % 10));
            } else {
                arm(page, pulls[i]).click();
            }
            if (i < STEPS - 1) {
                String paid = "Arm " + (pulls[i] + 1) + " paid " + shown(rewards[i], ones ? 0 : 2) + ".";
                assertThat(page.locator("#game-words")).containsText(paid);
            }
        }
        double[] means = Play.means(ones, arms, STEPS, seed);
        double best = Arrays.stream(means).max().orElseThrow();
        for (int i = 0; i < arms; i++) {
            assertThat(arm(page, i)).containsText("true mean " + shown(means[i], 2));
            assertThat(arm(page, i).locator("em")).hasCount(means[i] == best ? 1 : 0);
        }
        double yours = Arrays.stream(pulls).mapToDouble(arm -> best - means[arm]).sum();
        assertThat(cell(page, 0, 0)).isEqualTo(shown(Arrays.stream(rewards).sum(), 1));
        assertThat(cell(page, 0, 1)).isEqualTo(shown(yours, 1));
        assertThat(page.locator("#game-words")).containsText(", which cost " + shown(yours, 1) + ": ");
        Map<String, LearnerSpec> learners = new LinkedHashMap<>();
        IntStream.range(0, 4).forEach(i -> learners.put(RIVALS.get(i), TradeOff.learner(ones, KINDS.get(i), NUMBERS[i])));
        Simulation simulation =
                new Simulation(TradeOff.testbed(ones, arms), learners, new ReportSteps.AtMost(100).steps(STEPS), 1, Seed.of(seed));
        List<PlayerResults> players = new SimulationSession(simulation, Checkpoints.NONE).players(Workers.CALLER, steps -> {}, () -> false);
        for (int i = 0; i < 4; i++) {
            double[] path = players.get(i).curves().get(0).mean();
            double regret = path[path.length - 1];
            assertThat(cell(page, i + 1, 1)).isEqualTo(shown(regret, 1));
            assertThat(page.locator("#game-words")).containsText(RIVALS.get(i) + " (" + shown(regret, 1) + ")");
        }
        page.keyboard().press("1");
        arm(page, 0).click(new Locator.ClickOptions().setForce(true));
        assertThat(cell(page, 0, 1)).isEqualTo(shown(yours, 1));
    }

    /** The same arm always, and each arm in turn, from the same seed: the n-th reward of an arm does not hang on the others. */
    @Test
    void everyoneSeesTheSameRewards() {
        double[] alone = Play.rewards(false, 4, STEPS, 5, new int[] {2, 2, 2});
        double[] among = Play.rewards(false, 4, STEPS, 5, new int[] {0, 2, 1, 2, 3, 2});
        assertThat(new double[] {among[1], among[3], among[5]}).isEqualTo(alone);
        assertThat(Play.rewards(false, 4, STEPS, 6, new int[] {2, 2, 2})).isNotEqualTo(alone);
    }

    @Test
    void aLinkSharesTheGameInTheMidst() {
        Page page = browser.open("#view=play");
        page.locator("#game-arms").fill("10");
        page.locator("#game-seed").fill("12");
        page.locator("#game-steps").selectOption("20");
        page.locator("#game-bed").selectOption("bernoulli");
        page.locator("#game-softmax").fill("0.5");
        arm(page, 9).click();
        page.keyboard().press("3");
        page.waitForURL(url -> url.endsWith("#view=play&bed=bernoulli&arms=10&steps=20&seed=12&softmax=0.5&pulls=03"));
        Page other = browser.open(browser.page(800, 600), page.url().substring(page.url().indexOf('#')));
        assertThat(other.locator("#game-title")).hasText("Pull 3 of 20");
        for (String id : List.of("arms-to-pull", "race-table", "game-words")) {
            assertThat(other.locator("#" + id)).hasText(page.locator("#" + id).textContent());
        }
        assertThat(other.locator("#race-table")).containsText("softmax 0.5");
        other.getByText("Your pulls as a table").click();
        double[] rewards = Play.rewards(true, 10, 20, 12, new int[] {9, 2});
        assertThat(other.locator("#moves-table tbody td"))
                .hasText(new String[] {"1", "10", shown(rewards[0], 0), "2", "3", shown(rewards[1], 0)});
    }

    @ParameterizedTest
    @ValueSource(strings = {"&arms=3", "&arms=11", "&steps=7", "&seed=-1", "&softmax=0", "&greedy=2", "&pulls=7", "&pulls=x", "&bed=x"})
    void whatAnAddressHoldsWronglyIsAsUsual(String wrong) {
        Page page = browser.open("#view=play" + wrong);
        page.waitForURL(url -> url.endsWith("#view=play"));
        assertThat(page.locator("#game-title")).hasText("Pull 1 of 50");
        assertThat(page.locator(".arm")).hasCount(6);
    }

    @Test
    void keysAreForNumbersWhereTheseAreTyped() {
        Page page = browser.open("#view=play");
        page.locator("#game-seed").focus();
        page.keyboard().press("2");
        assertThat(page.locator("#game-title")).hasText("Pull 1 of 50");
        arm(page, 1).focus();
        page.keyboard().press("Enter");
        page.keyboard().press("9");
        assertThat(page.locator("#game-title")).hasText("Pull 2 of 50");
        page.locator("#game-keys").uncheck();
        page.keyboard().press("1");
        assertThat(page.locator("#game-title")).hasText("Pull 2 of 50");
    }

    @Test
    void theSameArmsOrOthersArePlayedNext() {
        Page page = browser.open("#view=play&steps=20&pulls=12345612345612345612");
        String means = page.locator("#arms-to-pull").textContent();
        assertThat(page.locator("#to-average")).hasAttribute("href", "#view=trade-off&arms=6&steps=100&seed=1"
                + "&learners=softmax:0.2,greedy:0.1,ucb:1,thompson:1");
        button(page, "Play these arms again").click();
        assertThat(page.locator("#game-title")).hasText("Pull 1 of 20");
        assertThat(arm(page, 0)).isFocused();
        for (char key : "12345612345612345612".toCharArray()) {
            page.keyboard().press(String.valueOf(key));
        }
        assertThat(page.locator("#arms-to-pull")).hasText(means);
        button(page, "Other arms").click();
        assertThat(page.locator("#game-seed")).hasValue("2");
        assertThat(page.locator("#game-title")).hasText("Pull 1 of 20");
    }

    private static Locator button(Page page, String name) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
    }
}
