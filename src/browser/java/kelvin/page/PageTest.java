package kelvin.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rules that every view keeps to: bits, size, privacy, old browsers, narrow and wide screens, dark, keys and screen readers. */
class PageTest {
    private static final String ALL = "#step=3&draws=105&t=0.7";
    private static final String PLAYED = "#view=trade-off&repetitions=24";
    private static final String GAME = "#view=play&arms=10&steps=20&pulls=12345678901234567890";

    /** The size in pixels of the smallest type that is shown, without indices. */
    static final String SMALLEST_TYPE =
            """
            Math.min(...[...document.querySelectorAll('main:not([hidden]) *:not(sub, sup, sub *, sup *)')]
              .filter(each => each.checkVisibility() && [...each.childNodes].some(text => text.nodeType === 3 && text.data.trim()))
              .map(each => parseFloat(getComputedStyle(each).fontSize)
                * (each.ownerSVGElement ? each.ownerSVGElement.clientWidth / each.ownerSVGElement.viewBox.baseVal.width : 1))) * 1.0000001
            """;

    @RegisterExtension
    private static final Browser browser = new Browser();

    @Test
    void itIsOneSmallFileThatMayAskForNothing() throws IOException {
        String html = Files.readString(Browser.FILE);
        String lessons = html.substring(html.indexOf("<template"), html.lastIndexOf("</template>"));
        assertThat(html.replace(lessons, "").getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(500_000);
        assertThat(html.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(1_500_000);
        assertThat(html).contains("Content-Security-Policy\" content=\"default-src 'none';");
        Page page = browser.open("");
        Object blocked = page.evaluate("async () => { try { await fetch('https://example.org'); return false; } catch { return true; } }");
        assertThat(blocked).isEqualTo(true);
        assertThat(browser.complaints()).isNotEmpty().allMatch(text -> text.contains("Content Security Policy"));
    }

    @Test
    void anOldBrowserIsToldSo() {
        Page page = browser.page(800, 600);
        page.addInitScript("WebAssembly.validate = () => false; WebAssembly.compile = () => Promise.reject(new Error('old'));");
        page.navigate(Browser.FILE.toUri().toString());
        assertThat(page.getByRole(com.microsoft.playwright.options.AriaRole.ALERT)).containsText("This browser is too old");
        assertThat(page.locator("#decision")).isHidden();
    }

    /** Values and temperatures of many sizes; the same numbers, at another temperature, must differ. */
    @Test
    void itsBitsAreThoseOfTheJvm() {
        UniformRandomProvider random = Seed.of(17).child("page").generator();
        List<List<Object>> asked = new ArrayList<>();
        List<Double> expected = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            double scale = StrictMath.exp(random.nextDouble(-6, 6));
            double[] q = random.ints(4, -100, 100).mapToDouble(value -> value * scale / 100).toArray();
            double t = scale * StrictMath.exp(random.nextDouble(-3, 3));
            asked.add(List.of(Arrays.stream(q).boxed().toList(), t));
            expected.addAll(numbers(q, t));
        }
        Page page = browser.open("");
        String script =
                """
                async cases => {
                  const packed = Uint8Array.from(atob(document.getElementById('decision-classes').textContent), c => c.charCodeAt(0));
                  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
                  const core = (await TeaVM.wasmGC.load(new Uint8Array(await new Response(unpacked).arrayBuffer()))).exports;
                  return cases.flatMap(([q, t]) => [core.softmax(q, t), core.gates(q, t), core.onlyOpen(q, t), core.measures(q, t),
                    [core.temperature(q, 1, 2)], core.uniforms(7, 3), core.draws(q, t, 7, 5)].flatMap(all => [...all])).map(String);
                }
                """;
        List<?> found = (List<?>) page.evaluate(script, asked);
        assertThat(found.stream().map(text -> Double.valueOf((String) text)).toList()).isEqualTo(expected);
        double[] one = {0, 1};
        assertThat(numbers(one, 1)).isNotEqualTo(numbers(one, Math.nextUp(1.0) + 1e-12));
    }

    private static List<Double> numbers(double[] q, double t) {
        List<Double> all = new ArrayList<>();
        for (double[] each : List.of(
                Decision.softmax(q, t),
                Decision.gates(q, t),
                Decision.onlyOpen(q, t),
                Decision.measures(q, t),
                new double[] {Decision.temperature(q, 1, 2)},
                Decision.uniforms(7, 3),
                Arrays.stream(Decision.draws(q, t, 7, 5)).asDoubleStream().toArray())) {
            Arrays.stream(each).forEach(all::add);
        }
        return all;
    }

    @ParameterizedTest
    @CsvSource({"decision, 360", "decision, 768", "decision, 1280", "decision, 1920", "play, 360", "play, 1280", "play, 1920", "trade-off, 360", "trade-off, 1280", "trade-off, 1920"})
    void itFitsEveryScreen(String view, int width) {
        String first = Map.of("decision", "", "play", "#view=play&pulls=12345612345644424", "trade-off", PLAYED).get(view);
        Page page = browser.open(browser.page(width, 1000), first);
        settle(page, first);
        Browser.picture(page, view + "-" + width, false);
        String whole = Map.of("decision", ALL + "&q=-0.5,1.2,-0.1,2.4,1,2,-3,0.5&closed=5&raise=2,1", "play", GAME)
                .getOrDefault(view, PLAYED + "&arms=3");
        browser.open(page, whole);
        settle(page, whole);
        Browser.picture(page, view + "-whole-" + width, true);
        assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        assertThat((Double) page.evaluate(SMALLEST_TYPE)).isGreaterThan(width == 1920 ? 18 : 13);
    }

    private static void settle(Page page, String state) {
        if (state.startsWith(PLAYED)) {
            assertThat(page.locator("#sweep-words"))
                    .containsText("(24 repetitions)", new LocatorAssertions.ContainsTextOptions().setTimeout(60_000));
        }
    }

    @Test
    void itIsDarkWhereThatIsLiked() {
        Page page = browser.open(ALL);
        Object light = page.evaluate("getComputedStyle(document.body).backgroundColor");
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor")).isNotEqualTo(light);
        Browser.picture(page, "decision-dark", true);
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, #step=3&draws=105&closed=1", "DARK, #step=3&draws=105", "LIGHT, " + GAME, "DARK, " + GAME, "LIGHT, " + PLAYED, "DARK, " + PLAYED})
    void axeFindsNoViolation(ColorScheme scheme, String state) throws IOException {
        Page page = browser.open(state);
        settle(page, state);
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        assertThat(Browser.violations(page)).isEmpty();
    }

    /** Tab reaches every control that is enabled, in the order of the page. */
    @ParameterizedTest
    @ValueSource(strings = {"", GAME, PLAYED})
    void everythingIsReachedByKeys(String state) {
        Page page = browser.open(state);
        settle(page, state);
        String controls = "[...document.querySelectorAll('a, input, select, button, summary')]"
                + ".filter(each => !each.disabled && each.checkVisibility())";
        int count = (Integer) page.evaluate(controls + ".length");
        List<Object> reached = new ArrayList<>();
        while (reached.size() < count) {
            page.keyboard().press("Tab");
            Object at = page.evaluate(controls + ".indexOf(document.activeElement)");
            if (!at.equals(-1) || !reached.contains(-1)) {
                reached.add(at);
            }
        }
        reached.remove((Object) (-1)); // the experiment, which scrolls
        assertThat(reached).doesNotContain(-1).doesNotHaveDuplicates().isSorted();
    }
}
