package kelvin.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import kelvin.cli.text.Lesson;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The view "Lessons", used as a student would. */
class LessonsPageTest {
    @RegisterExtension
    private static final Browser browser = new Browser();

    private static Locator title(Page page) {
        return page.locator("h1:visible");
    }

    private static Locator link(Page page, String name) {
        return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
    }

    /** From the list through all of them, with a picture, three answers and headings in order in each, and nothing for axe to find. */
    @Test
    void everyLessonOpens() throws IOException {
        Page page = browser.open("");
        link(page, "Lessons").click();
        assertThat(title(page)).hasText("Lessons");
        assertThat(page).hasTitle("Lessons · Kelvin");
        assertThat(Browser.violations(page)).isEmpty();
        assertThat(page.locator("#lesson tbody tr")).hasCount(Lesson.PAGES.size());
        link(page, "1 · One decision").click();
        for (int lesson = 1; lesson <= Lesson.PAGES.size(); lesson++) {
            assertThat(title(page)).hasText(Pattern.compile("^" + lesson + " · "));
            assertThat(title(page)).isFocused();
            assertThat(page.url()).endsWith("#lesson=" + lesson);
            assertThat(page.locator("#lesson svg[role=img]")).hasCount(1);
            assertThat(page.locator("#lesson summary")).hasCount(3);
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(lesson % 2 == 0 ? ColorScheme.DARK : ColorScheme.LIGHT));
            assertThat(Browser.violations(page)).isEmpty();
            assertThat(page.evaluate("[...document.querySelectorAll('main:not([hidden]) :is(h1, h2, h3)')].map(each => +each.tagName[1])"
                            + ".every((level, i, all) => i === 0 ? level === 1 : level > 1 && level <= all[i - 1] + 1)"))
                    .isEqualTo(true);
            if (lesson < Lesson.PAGES.size()) {
                link(page, "Next: ").click();
            }
        }
        assertThat(link(page, "Next: ")).hasCount(0);
        link(page, "Previous: ").click();
        assertThat(title(page)).hasText(Pattern.compile("^9 · "));
        link(page, "All lessons").click();
        assertThat(title(page)).hasText("Lessons");
    }

    /** A link that the text makes into a state shows what it says, and leads back to where the reader was. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | #raise=1,1 | raise-table | 0.209 → 0.419",
                "2 | #view=play&bed=bernoulli | play | Play it yourself",
                "3 | #t=0.2 | heat-now | 0.2",
                "4 | #view=trade-off&learners=softmax:0.2,cooling:1&look=4&at=4 | learners | cooling",
                "5 | #for=1,2 | effective | 2.00",
                "6 | #q=6,0&raise=1,1 | raise-table | 0.002 → 0.007",
                "7 | #step=3 | one-step | 4 of 4",
                "8 | #q=-6.1,-0.03,0&raise=1,2 | raise-table | 0.507 → 0.122",
                "9 | #q=-3,-1,0,1,3&raise=2,1 | raise-table | +0.231",
                "10 | #view=trade-off&repetitions=1000&learners=softmax:0.2,ucb:1 | learners | UCB1"
            })
    void aStateIsOneClickAway(int lesson, String state, String where, String shown) {
        Page page = browser.open("#lesson=" + lesson);
        Locator link = page.locator("#lesson a[href='" + state + "']");
        link.scrollIntoViewIfNeeded();
        double before = ((Number) page.evaluate("scrollY")).doubleValue();
        assertThat(before).isPositive();
        link.click();
        assertThat(page.locator("#" + where)).containsText(shown);
        assertThat(page.locator("#" + where)).isInViewport();
        Browser.picture(page, "from-lesson-" + lesson, false);
        link(page, "Back to lesson " + lesson).click();
        assertThat(link).isInViewport();
        assertThat(((Number) page.evaluate("scrollY")).doubleValue()).isEqualTo(before);
        assertThat(link(page, "Back to lesson")).hasCount(0);
        link.click();
        page.getByText("Back to lesson").waitFor();
        page.goBack();
        assertThat(link).isInViewport();
    }

    /** Every state of the page that a lesson names is a link; all other links lead to lessons or to the project. */
    @Test
    void noLinkIsDead() {
        Page page = browser.open("");
        List<?> links = (List<?>) page.evaluate(
                """
                [...document.querySelectorAll('template')].flatMap(each => [...each.content.querySelectorAll('a')])
                  .map(each => each.getAttribute('href'))
                """);
        assertThat(links).hasSizeGreaterThan(30).allSatisfy(link -> {
            String to = link.toString();
            if (to.startsWith("#lesson=")) {
                assertThat(page.locator("#lesson-" + to.substring(8))).hasCount(1);
            } else {
                assertThat(to).matches("https://github\\.com/.+/src/site/markdown/.+\\.md|#(q|t|for|raise|step|draws|view)=.+");
            }
        });
        assertThat(page.evaluate("[...document.querySelectorAll('template')].flatMap(each => [...each.content.querySelectorAll('code')])"
                        + ".filter(each => each.textContent.startsWith('kelvin.html#') && !each.closest('a')).length"))
                .isEqualTo(0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"#lesson=11", "#lesson=", "#lesson=steps", "#lesson=%3Cb%3E", "#view=lessons"})
    void anAddressWithoutALessonShowsTheList(String state) {
        assertThat(title(browser.open(state))).hasText("Lessons");
    }

    /** Blocks that are wider than the screen scroll within themselves, by keys too. */
    @ParameterizedTest
    @ValueSource(ints = {360, 768, 1280, 1920})
    void itFitsEveryScreen(int width) {
        Page page = browser.page(width, 1000);
        for (String key : List.of("index", "1", "8", "glossary", "3")) {
            browser.open(page, "#lesson=" + key);
            page.evaluate("document.querySelectorAll('details').forEach(each => each.open = true)");
            Browser.picture(page, "lesson-" + key + "-" + width, false);
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
            String pictures = "document.querySelectorAll('.picture').forEach(each => each.hidden = true)";
            double all = ((Number) page.evaluate(PageTest.SMALLEST_TYPE)).doubleValue();
            page.evaluate(pictures);
            double text = ((Number) page.evaluate(PageTest.SMALLEST_TYPE)).doubleValue();
            page.evaluate(pictures.replace("true", "false"));
            assertThat(all).isGreaterThan(width == 1920 ? 18 : 12.8);
            assertThat(text).isGreaterThan(width == 1920 ? 18 : 13);
        }
        Browser.picture(page, "lesson-3-whole-" + width, true);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        Browser.picture(page, "lesson-3-dark-" + width, true);
        Locator wide = page.locator("#lesson .picture");
        if (width < 800) {
            wide.focus();
            page.keyboard().press("ArrowRight");
            page.waitForFunction("document.querySelector('#lesson .picture').scrollLeft > 0");
        } else {
            assertThat(wide).not().hasAttribute("tabindex", "0");
        }
    }
}
