package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kelvin.decision.DecisionMaker;
import kelvin.decision.Settings;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where other digits, another decimal point and another lower case of I are usual, everything is read and written as anywhere else. */
class LocaleTest {
    private static final Locale HERE = Locale.getDefault();
    private static final String YAML = """
            question: Do İ and I differ?
            seed: 1
            horizon: 120
            repetitions: 16
            testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.5}}, {Bernoulli: {p: 0.4}}]}}
            learners: {UCB1: {Ucb1: {}}, İI ı: {ThompsonBeta: {}}}
            trace: {steps: 5, rewards: 50}
            """;

    @TempDir
    private static Path folder;

    private static Map<String, String> usual = Map.of();

    @BeforeAll
    static void playWithoutALocale() throws IOException {
        Locale.setDefault(Locale.ROOT);
        usual = played("usual");
    }

    @AfterEach
    void goHome() {
        Locale.setDefault(HERE);
    }

    @AfterAll
    static void stayHome() {
        Locale.setDefault(HERE);
    }

    /** Tables and pictures that do not tell of time or place. */
    private static Map<String, String> played(String name) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".yaml"), YAML);
        Kelvin answer = Kelvin.run("run", file, "--results", folder.resolve(name));
        assertThat(answer.err()).isEmpty();
        Map<String, String> found = new TreeMap<>();
        found.put(
                "table",
                answer.out().lines().filter(line -> line.contains(" … ")).toList() + "");
        try (Stream<Path> files = Files.list(folder.resolve(name).resolve(name))) {
            for (Path each :
                    files.filter(path -> path.toString().matches(".*(csv|svg)")).toList()) {
                found.put(String.valueOf(each.getFileName()), Files.readString(each));
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa-IR", "tr-TR"})
    void resultsAndChartsAreTheSame(String locale) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(locale));
        assertThat(played(locale)).isEqualTo(usual);
    }

    @Test
    void chartsHaveAsciiDigits() {
        Locale.setDefault(Locale.forLanguageTag("fa-IR"));
        assertThat(usual.get("regret.svg"))
                .containsPattern("viewBox=\"0 0 \\d+ \\d+\"")
                .doesNotContainPattern("[\\p{Nd}&&[^0-9]]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa-IR", "ar-EG-u-nu-arab", "ne-NP-u-nu-deva", "bn-BD-u-nu-beng", "my-MM-u-nu-mymr"})
    void aDecisionMakerOpensAndIsReadAgain(String locale) throws IOException {
        Locale.setDefault(Locale.forLanguageTag(locale));
        Path kept = folder.resolve("decisions-" + locale);
        for (int round = 0; round < 2; round++) {
            try (DecisionMaker maker = DecisionMaker.open(kept, new Settings(new Softmax(0.1), 3, Seed.of(1)))) {
                assertThat(maker.state().decisions()).isEqualTo(10L * round);
                for (int i = 0; i < 10; i++) {
                    String id = "round\u0001" + round + "." + i;
                    maker.decide(id);
                    maker.reward(id, i % 2);
                }
                maker.commit();
            }
        }
        try (Stream<Path> files = Files.list(kept)) {
            assertThat(files.map(file -> String.valueOf(file.getFileName())))
                    .anyMatch(name -> name.matches("state-[0-9]{6}\\.json"))
                    .allMatch(name -> name.matches("[a-z.]+(-[0-9]{6}\\.jsonl?)?"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fa-IR", "tr-TR", "de-DE"})
    void answersAreTheSame(String locale) throws IOException {
        Path broken = Files.writeString(folder.resolve("broken.yaml"), "seed: 1\nquestion: \u0007\n");
        List<Object[]> commands = List.of(
                new Object[] {"explain", "--policy", "{Softmax: {temperature: 0.5}}", "1.25", "2", "-1e-9"},
                new Object[] {"list"},
                new Object[] {"check", folder.resolve("usual.yaml")},
                new Object[] {"check", broken});
        for (Object[] command : commands) {
            Locale.setDefault(Locale.ROOT);
            Kelvin there = Kelvin.run(command);
            Locale.setDefault(Locale.forLanguageTag(locale));
            Kelvin here = Kelvin.run(command);
            assertThat(untimed(here.out())).isEqualTo(untimed(there.out()));
            assertThat(here.err()).isEqualTo(there.err());
        }
    }

    private static String untimed(String answer) {
        return answer.lines().filter(line -> !line.matches(".*\\d m?s\\b.*")).toList() + "";
    }
}
