package kelvin.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** From one view to another and back, as a person would who looks something up. */
class ViewsPageTest {
    private static final List<String> VIEWS = List.of("decision", "play", "trade-off", "lessons");
    private static final String SETTLED = "new Promise(done => setTimeout(done, 500)).then(() => location.hash || '#')";

    @RegisterExtension
    private static final Browser browser = new Browser();

    private static Locator link(Page page, String view) {
        return page.locator("#to-" + view);
    }

    /** The address stays that of the view that is shown, and each link of the navigation leads where it says, by link and back. */
    @ParameterizedTest
    @ValueSource(strings = {"decision", "play", "trade-off", "lessons"})
    void theAddressIsThatOfTheViewThatIsShown(String from) {
        String address = from.equals("decision") ? "#" : "#view=" + from;
        Page page = browser.open(address);
        for (String to : VIEWS) {
            if (!to.equals(from)) {
                link(page, to).click();
                assertThat(page.locator("#" + to)).isVisible();
                assertThat(page.evaluate(SETTLED)).isEqualTo(to.equals("decision") ? "#" : "#view=" + to);
                link(page, from).click();
                assertThat(page.locator("#" + from)).isVisible();
                assertThat(page.evaluate(SETTLED)).isEqualTo(address);
                page.goBack();
                assertThat(page.locator("#" + to)).isVisible();
                page.goForward();
                assertThat(page.locator("#" + from)).isVisible();
            }
        }
    }

    @Test
    void aLinkShowsItsViewThoughTheAddressIsThere() {
        Page page = browser.open("#view=play");
        link(page, "trade-off").click();
        assertThat(page.locator("#trade-off")).isVisible();
        page.evaluate("history.replaceState(null, '', '#view=play')");
        link(page, "play").click();
        assertThat(page.locator("#play")).isVisible();
    }

    @Test
    void eachViewKeepsWhatWasDoneInIt() {
        Page page = browser.open("#view=play");
        for (char key : "123123".toCharArray()) {
            page.keyboard().press(String.valueOf(key));
        }
        link(page, "decision").click(); // at once, before the address is written
        page.getByLabel("Value of B as a number").fill("2.9");
        link(page, "trade-off").click();
        page.locator("#plays-ucb").uncheck();
        link(page, "lessons").click();
        page.locator("#lesson tbody a").first().click();
        link(page, "play").click();
        assertThat(page.locator("#game-title")).hasText("Pull 7 of 50");
        link(page, "decision").click();
        assertThat(page.getByLabel("Value of B as a number")).hasValue("2.9");
        link(page, "trade-off").click();
        assertThat(page.locator("#plays-ucb")).not().isChecked();
        link(page, "lessons").click();
        assertThat(page).hasURL(Pattern.compile("#lesson=1$"));
        page.goBack();
        page.reload();
        assertThat(page.locator("#plays-ucb")).not().isChecked();
    }
}
