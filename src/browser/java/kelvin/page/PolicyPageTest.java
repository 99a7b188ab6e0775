package kelvin.page;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import kelvin.cli.Main;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One decision by other policies than softmax. */
class PolicyPageTest {
    private static final List<Object[]> POLICIES = List.of(
            new Object[] {"Softmax", 0.0}, new Object[] {"SigmoidGate", 0.3}, new Object[] {"EpsilonGreedy", 0.1}, new Object[] {"Greedy", 0.0},
            new Object[] {"Uniform", 0.0}, new Object[] {"Sparsemax", 0.0}, new Object[] {"Top", 2.0}, new Object[] {"Nucleus", 0.8},
            new Object[] {"MinP", 0.2}, new Object[] {"UniformMix", 0.05}, new Object[] {"Entmax", 1.5}, new Object[] {"Tsallis", 0.0},
            new Object[] {"Mellowmax", 5.0}, new Object[] {"Floor", 0.05}, new Object[] {"Mixture", 0.1}, new Object[] {"Gated", 0.0},
            new Object[] {"InverseGap", 10.0}, new Object[] {"NormalisedInverseGap", 10.0}, new Object[] {"ReweightedInverseGap", 10.0});

    @RegisterExtension
    private static final Browser browser = new Browser();

    private static List<String> shares(Page page) {
        return page.locator("#values tbody td:nth-child(3) .number").allInnerTexts();
    }

    @Test
    void itsBitsAreThoseOfTheJvm() {
        UniformRandomProvider random = Seed.of(18).child("policies").generator();
        List<List<Object>> asked = new ArrayList<>();
        List<Double> expected = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            boolean shares = i % 2 == 0; // which is what ReweightedInverseGap is for
            double[] q = random.ints(4, -100, 100).mapToDouble(value -> shares ? (value + 100) / 201.0 : value / 37.0).toArray();
            double t = StrictMath.exp(random.nextDouble(-3, 3));
            asked.add(List.of(Arrays.stream(q).boxed().toList(), t));
            for (Object[] each : POLICIES) {
                double[] p = Decision.chosen((String) each[0], (double) each[1], q, t);
                Arrays.stream(p).forEach(expected::add);
                Arrays.stream(Decision.measuresOf(q, p)).forEach(expected::add);
                Arrays.stream(Decision.chosenDraws((String) each[0], (double) each[1], q, t, 7, 3)).asDoubleStream().forEach(expected::add);
            }
        }
        Page page = browser.open("");
        String script =
                """
                async ([cases, policies]) => {
                  const packed = Uint8Array.from(atob(document.getElementById('decision-classes').textContent), c => c.charCodeAt(0));
                  const unpacked = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'));
                  const core = (await TeaVM.wasmGC.load(new Uint8Array(await new Response(unpacked).arrayBuffer()))).exports;
                  return cases.flatMap(([q, t]) => policies.flatMap(([name, x]) => {
                    const p = core.chosen(name, x, q, t);
                    return [p, core.measuresOf(q, p), core.chosenDraws(name, x, q, t, 7, 3)].flatMap(all => [...all]);
                  })).map(String);
                }
                """;
        List<?> found = (List<?>) page.evaluate(script, List.of(asked, POLICIES));
        assertThat(found.stream().map(text -> Double.valueOf((String) text)).toList()).isEqualTo(expected);
        List<Object> names = POLICIES.stream().map(each -> each[0]).toList();
        assertThat(page.locator("#policy option").allInnerTexts()).containsExactlyInAnyOrderElementsOf(names.stream().map(String::valueOf).toList());
    }

    /** The page shows what {@code kelvin explain} prints for the command that the page gives. */
    @ParameterizedTest
    @ValueSource(strings = {"EpsilonGreedy", "Greedy", "MinP", "Nucleus", "SigmoidGate", "Sparsemax", "Top", "Uniform", "UniformMix", "Entmax", "Tsallis", "Mellowmax", "Floor", "Mixture", "Gated", "InverseGap", "NormalisedInverseGap", "ReweightedInverseGap"})
    void itIsWhatTheTerminalExplains(String policy) {
        Page page = browser.open("#t=0.7");
        page.locator("#policy").selectOption(policy);
        assertThat(page.locator("#values .policy-name")).hasText(policy);
        assertThat(page.locator("#goal")).isHidden();
        String command = page.locator("#command").textContent();
        String yaml = command.substring(command.indexOf('\'') + 1, command.lastIndexOf('\''));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        assertThat(Main.run(out, out, "explain", "-0.5", "1.2", "-0.1", "2.4", "--policy", yaml)).isZero();
        double[] q = {-0.5, 1.2, -0.1, 2.4};
        double first = POLICIES.stream().filter(each -> each[0].equals(policy)).mapToDouble(each -> (double) each[1]).sum();
        if (!List.of("SigmoidGate", "Nucleus", "MinP").contains(policy)) {
            List<String> expected = Arrays.stream(Decision.chosen(policy, first, q, 0.7))
                    .mapToObj(p -> String.format(Locale.ROOT, "%.3f", p))
                    .toList();
            assertThat(shares(page)).isEqualTo(expected);
        }
        page.locator("#draw-many").click();
        assertThat(page.locator("#draw-words")).containsText("Draw 100");
        assertThat(page.locator("#softmax-sum")).hasText("1.00");
    }

    @ParameterizedTest
    @CsvSource({"0.5, minimum", "-1, minimum"})
    void whatCannotBeIsSaidSo(String number, String word) {
        Page page = browser.open("");
        List<String> softmax = shares(page);
        page.locator("#policy").selectOption("UniformMix");
        assertThat(shares(page)).isNotEqualTo(softmax);
        page.locator("#policy-number").fill(number);
        assertThat(page.locator("#policy-words")).containsText("Softmax is shown, for UniformMix cannot be: ");
        assertThat(page.locator("#policy-words")).containsText(word);
        assertThat(shares(page)).isEqualTo(softmax);
    }

    @Test
    void aLinkSharesThePolicy() {
        Page page = browser.open("");
        page.locator("#policy").selectOption("Top");
        page.locator("#policy-number").fill("3");
        page.waitForURL(url -> url.contains("policy=Top,3"));
        Page other = browser.open(browser.page(360, 800), page.url().substring(page.url().indexOf('#')));
        for (String id : List.of("values", "raise-table", "draw-table", "policy-words", "command", "profile-table")) {
            assertThat(other.locator("#" + id).textContent())
                    .isEqualTo(page.locator("#" + id).textContent());
        }
        assertThat(other.evaluate("document.documentElement.scrollWidth")).isEqualTo(360);
        Browser.picture(other, "policy-360", false);
        Browser.picture(page, "policy-1280", true);
        assertThat(browser.open("#policy=Nobody,1").locator("#policy")).hasValue("Softmax");
    }
}
