package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The options of {@code kelvin explain} on how a decision by values is shown. */
class ExplainOptionsTest {
    private static final List<String> EXAMPLE = List.of("-0.5", "1.2", "-0.1", "2.4");

    private static Kelvin explain(List<String> values, String... options) {
        List<Object> words = new ArrayList<>(List.of("explain"));
        words.addAll(values);
        words.addAll(List.of(options));
        return Kelvin.run(words.toArray());
    }

    private static Kelvin explain(String... options) {
        return explain(EXAMPLE, options);
    }

    /** By 40 digits: 0.868373279…, 2.3830312…, 0.6952641…, 0.504909728…. */
    @Test
    void aDecisionIsMeasured() {
        assertThat(explain().out())
                .containsPattern("temperature +entropy, nats +e\\^H +P\\(best\\) +expected loss")
                .containsPattern("\n1\\.0 +0\\.868373 +2\\.383031 +0\\.695264 +0\\.504910\n");
    }

    @Test
    void severalTemperaturesAreColumnsOfProbabilitiesAndOfGates() {
        String out = explain("--temperature", "0.1,1,10").out();
        assertThat(out)
                .startsWith("Softmax[temperature=0.1]\nSoftmax[temperature=1.0]\nSoftmax[temperature=10.0], seed 1\n")
                .containsPattern("\n0 +-0\\.5 +2\\.5437e-13 +0\\.038256 +0\\.219176\n")
                .containsPattern("\n1 +1\\.2 +6\\.1442e-06 +0\\.209410 +0\\.259790\n")
                .containsPattern("\nsum +1\\.000000 +1\\.000000 +1\\.000000\n")
                .containsPattern("\n0 +-0\\.5 +0\\.006693 +0\\.377541 +0\\.487503\n")
                .containsPattern("\nsum +2\\.275628 +2\\.537914 +2\\.074680\n")
                .containsPattern("\n0\\.1 +7\\.9875e-05 +1\\.000080 +0\\.999994 +7\\.3730e-06 +3\n")
                .containsPattern("\n10\\.0 +1\\.379646 +3\\.973496 +0\\.292913 +1\\.517661 +1\n");
    }

    @Test
    void oneTemperatureIsThatOfThePolicy() {
        String policy = "{Floor: {policy: {Softmax: {temperature: 1}}, minimum: 0.1}}";
        assertThat(explain("--policy", policy, "--temperature", "0.5").out())
                .isEqualTo(explain("--policy", policy.replace("temperature: 1", "temperature: 0.5"))
                        .out());
        String sets = "{PlackettLuce: {m: 2, temperature: 1}}";
        assertThat(explain("--policy", sets, "--temperature", "0.5").out())
                .isEqualTo(explain("--policy", sets.replace("temperature: 1", "temperature: 0.5"))
                        .out());
    }

    @Test
    void severalTemperaturesOfSetsAreColumnsOfInclusion() {
        assertThat(explain("--policy", "{ExactlyM: {m: 2, temperature: 3}}", "--temperature", "1,0.001")
                        .out())
                .containsPattern("\n0 +-0\\.5 +0\\.157\\d+ +0\n")
                .containsPattern("\n0\\.001 +2\\.000000 +\\{1, 3} +1\\.000000\n");
    }

    /** Gates are those of the policy: at its own temperature and threshold. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {Softmax: {temperature: 2}}                                                         | σ(q/τ)     | 0.645656
                    {MinP: {policy: {SigmoidGate: {threshold: 1, temperature: 0.5}}, share: 0.1}}       | σ((q−θ)/τ) | 0.598688
                    {SigmoidGate: {threshold: 1, temperature: 0.5}}                                     | σ((q−θ)/τ) | 0.598688
                    {Greedy: {}}                                                                        | σ(q)       | 0.768525
                    """)
    void gatesAreAtTheTemperatureAndThresholdOfThePolicy(String policy, String title, String gate) {
        String out = explain("--policy", policy).out();
        assertThat(out.lines().skip(2).findFirst().orElseThrow()).contains(title);
        assertThat(out).containsPattern("\n1 +1\\.2 .*" + gate).containsOnlyOnce("Here σ is at ");
    }

    /** Raising 2.4 by 0.5 leaves the others 0.6891637… of what they had. */
    @Test
    void raisingOneValueLowersTheOthersInProportion() {
        assertThat(explain("--raise", "3=0.5").out())
                .containsPattern(
                        "\n0 +-0\\.5 +-0\\.5 +0\\.038256 +0\\.026364 +-0\\.011891 +0\\.689164 +0\\.377541 +0\\.377541\n")
                .containsPattern(
                        "\n2 +-0\\.1 +-0\\.1 +0\\.057071 +0\\.039331 +-0\\.017740 +0\\.689164 +0\\.475021 +0\\.475021\n")
                .containsPattern(
                        "\n3 +2\\.4 +2\\.9 +0\\.695264 +0\\.789987 +0\\.094723 +1\\.136240 +0\\.916827 +0\\.947846\n")
                .contains("Every other probability falls in proportion, to 0.689164 of what it was.");
        assertThat(explain("--raise", "3=-0.5").out()).contains("Every other probability rises in proportion, to 1.37");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    {Sparsemax: {temperature: 4}}                      | The others do not change in proportion: the probability of one
                    {Greedy: {}}                                       | There is no other action that has a probability above 0.
                    {Uniform: {}}                                      | No other probability changes.
                    {SigmoidGate: {threshold: 0, temperature: 1}}      | Every other probability falls in proportion, to 0.98
                    {IndependentGates: {threshold: 0, temperature: 1}} | No other inclusion changes.
                    {ExactlyM: {m: 2, temperature: 1}}                 | The others do not change in proportion: the inclusion of one
                    """)
    void whatBecomesOfTheOthersIsSaidOfEachPolicy(String policy, String sentence) {
        assertThat(explain("--raise", "3=0.5", "--policy", policy).out()).contains(sentence);
    }

    private static double[] column(String out, int column) {
        return out.lines()
                .skip(3)
                .takeWhile(line -> !line.startsWith("sum"))
                .mapToDouble(line -> Double.parseDouble(line.split(" +", -1)[column]))
                .toArray();
    }

    /** Within five standard deviations of the probabilities, and not the probabilities. */
    @Test
    void drawsAreSharedOutAsTheProbabilitiesSay() {
        String out = explain("--draws", "10000").out();
        double[] p = column(out, 4);
        double[] shares = column(out, 5);
        assertThat(out)
                .contains("of 10,000 draws")
                .contains("scatter around the probabilities p by √(p(1−p)/10,000), at most 0.004603 here.");
        for (int i = 0; i < p.length; i++) {
            double deviation = Math.sqrt(p[i] * (1 - p[i]) / 10_000);
            assertThat(shares[i]).isCloseTo(p[i], within(5 * deviation)).isNotEqualTo(p[i]);
        }
        assertThat(Arrays.stream(shares).sum()).isCloseTo(1, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void theFirstOfTheDrawsIsTheOneExplained(int seed) {
        String out = explain("--draws", "1", "--seed", String.valueOf(seed)).out();
        double[] shares = column(out, 5);
        int drawn = Integer.parseInt(out.replaceAll("(?s).*\nAction (\\d) is the first.*", "$1"));
        assertThat(shares[drawn]).isOne();
    }

    @Test
    void seedsDrawDifferently() {
        assertThat(Stream.of("1", "2", "3", "4", "5", "6", "7", "8")
                        .map(seed -> explain("--seed", seed).out().replaceAll("(?s).*\nAction (\\d) .*", "$1"))
                        .distinct())
                .hasSizeGreaterThan(1)
                .contains("3");
    }

    static Stream<String> all() {
        return Stream.concat(ExplainCommandTest.policies(), ExplainCommandTest.sets());
    }

    /** With a closed action and a tie, with one action, and with forty; of three actions where a policy is for so many. */
    @ParameterizedTest
    @MethodSource("all")
    void everyPolicyTakesEveryOption(String policy) {
        String yaml = "{" + policy.replace("gates: 2", "gates: 0.5").replace("minimum: 0.1", "minimum: 0.02") + "}";
        boolean ofThree = policy.matches("(ExactlyM|PlackettLuce|KlFrom):.*");
        List<String> tied = ofThree ? List.of("1", "1", "2") : List.of("1", "-inf", "1", "2");
        explained(tied, yaml, "--draws", "3");
        explained(tied, yaml, "--raise", "0=0.5");
        explained(ofThree ? tied : List.of("2"), yaml, "--raise", "0=-0.5");
        List<String> many = ofThree ? tied : forty();
        if (policy.contains("temperature")) {
            explained(many, yaml, "--temperature", "0.5,2");
        } else {
            assertThat(explain(many, "--policy", yaml, "--temperature", "0.5,2").err())
                    .matches("kelvin: --temperature: found .*, must be a policy with a temperature to set\n");
        }
    }

    private static void explained(List<String> values, String policy, String option, String value) {
        Kelvin answer = explain(values, "--policy", policy, option, value);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out()).containsPattern("\nsum ").doesNotContain("NaN");
    }

    private static List<String> forty() {
        return Stream.iterate(0, i -> i < 40, i -> i + 1).map(i -> i / 7.0 + "").toList();
    }

    @Test
    void barsStayWithinAHundredColumnsAndAreAsciiInAPipe() {
        String out = explain(forty(), "--temperature", "0.1,0.5,1,2,3,4,5,6").out();
        List<String> bars =
                out.lines().filter(line -> line.matches("[0-9]+ +[.#].*")).toList();
        assertThat(bars).hasSize(40).allMatch(line -> line.length() <= 100 && line.matches("[0-9 .#]+"));
        assertThat(explain(forty()).out().lines().filter(line -> line.contains("#")))
                .hasSize(40)
                .allMatch(line -> line.length() <= 100);
    }

    /** A mixture has no one temperature, so there are no gates to compare. */
    @Test
    void gatesAreComparedOnlyAtTemperaturesInForce() {
        String mixture = "{Mixture: {policy: {Softmax: {temperature: 1}}, epsilon: 0.1}}";
        assertThat(explain("--policy", mixture, "--temperature", "0.5,2").out())
                .contains("Mixture[policy=Softmax[temperature=0.5]")
                .doesNotContain("The gate of each action alone");
    }

    @Test
    void aSlideIsOneFileForAProjector(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("new").resolve("slide.html");
        assertThat(explain("--temperature", "0.1,1", "--html", file.toString()).out())
                .endsWith("\n" + file + ": written\n");
        assertThat(Files.readString(file))
                .startsWith("<!DOCTYPE html>")
                .contains("<h1>Softmax at several temperatures</h1>", "prefers-color-scheme: dark", "clamp(18px")
                .contains("q₃ = 2.4", "<td>0.695264</td>", "style=\"width:69.526%\"", "<caption>τ = 0.1</caption>")
                .doesNotContain("http", "<script", "src=", "url(");
        explain("--raise", "3=0.5", "--html", file.toString());
        assertThat(Files.readString(file)).contains("then: action 3 at 2.9", "falls in proportion, to 0.689164");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa-IR", "tr-TR", "de-DE"})
    void answersAreTheSameInEveryLocale(String locale, @TempDir Path folder) throws Exception {
        Locale before = Locale.getDefault();
        String file = folder.resolve("slide.html").toString();
        String[][] commands = {
            {"--temperature", "0.1,10", "--draws", "1000", "--html", file}, {"--raise", "1=0.5"}, {"--draws", "1000"}
        };
        try {
            for (String[] command : commands) {
                Locale.setDefault(Locale.ROOT);
                String there = explain(command).out() + slide(file);
                Locale.setDefault(Locale.forLanguageTag(locale));
                assertThat(explain(command).out() + slide(file)).isEqualTo(there);
            }
        } finally {
            Locale.setDefault(before);
        }
    }

    private static String slide(String file) throws Exception {
        return Files.readString(Path.of(file));
    }
}
