package kelvin.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import kelvin.experiment.Catalog;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Overrides;
import kelvin.file.Folders;
import kelvin.simulation.RunCancelled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Experiments that are given again in other words, with fewer learners or more. */
class ReuseTest {
    private static final String YAML = """
            question: Wich one?
            seed: 1
            horizon: 30
            repetitions: 20
            report: [1, 10]
            testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.9}}, {Bernoulli: {p: 0.1}}]}}
            learners:
              a: {Greedy: {}}
              b: {Ucb1: {}}
              c: {EpsilonGreedy: {epsilon: 0.1}}
            baseline: b
            sweep: {epsilon: {learners.c.EpsilonGreedy.epsilon: [0.1, 0.2]}}
            trace: {steps: 3}
            """;

    private final Catalog catalog = new Catalog();

    @TempDir
    private Path temporary;

    /** What running a file gave: what was used again, and how many decisions were made. */
    private record Ran(Reuse reuse, long decisions) {}

    private ExperimentFile read(String yaml) throws IOException {
        return ExperimentFile.read(Files.writeString(temporary.resolve("x.yaml"), yaml), catalog, Overrides.NONE);
    }

    private ResultsFolder folder() {
        return new ResultsFolder(temporary.resolve("results/x"));
    }

    private Ran run(String yaml) throws IOException {
        return run(yaml, folder(), false, Long.MAX_VALUE);
    }

    private Ran run(String yaml, ResultsFolder folder, boolean force, long most) throws IOException {
        try (CheckpointFolder saved = folder.reserve(catalog)) {
            Reuse reuse = Reuse.of(folder, read(yaml), catalog, force, saved);
            AtomicLong made = new AtomicLong();
            if (reuse.stored().isEmpty()) {
                new PlayIntoFolder(reuse.file(), folder, saved)
                        .play(1, made::addAndGet, found -> {}, () -> made.get() >= most);
            }
            return new Ran(reuse, made.get());
        }
    }

    private Map<String, String> data(ResultsFolder folder) throws IOException {
        Map<String, String> data = new TreeMap<>();
        for (String name : Folders.names(folder.path())) {
            if (name.endsWith(".csv")) {
                data.put(name, Files.readString(folder.path().resolve(name)));
            }
        }
        return data;
    }

    /** The kept experiment gives the same bytes when it is played where there is nothing, and so do the values of the manifest. */
    private void assertThatPlayingGivesTheSame() throws IOException {
        ResultsFolder fresh = new ResultsFolder(temporary.resolve("fresh/x"));
        assertThat(run(Files.readString(folder().path().resolve("experiment.yaml")), fresh, true, Long.MAX_VALUE)
                        .decisions())
                .isPositive();
        assertThat(data(folder())).isEqualTo(data(fresh));
        assertThat(Verification.of(folder(), catalog).differences(1, n -> {}, () -> false))
                .isEmpty();
    }

    private void forgetCheckpoints() throws IOException {
        Folders.delete(folder().path().resolve(".saved"));
    }

    @Test
    void aCorrectedQuestionChangesNoData() throws IOException {
        run(YAML);
        Map<String, String> before = data(folder());
        String manifest = Files.readString(folder().path().resolve("manifest.json"));
        forgetCheckpoints();
        Ran again = run(YAML.replace("Wich", "Which"));
        assertThat(again.reuse().words()).containsExactly("question changed");
        assertThat(again.decisions()).isZero();
        assertThat(data(folder())).isEqualTo(before);
        assertThat(folder().read().question()).isEqualTo("Which one?");
        assertThat(Files.readString(folder().path().resolve("manifest.json")).lines())
                .filteredOn(line -> !line.contains("\"sha256\"") && !line.contains("\"experiment.yaml\""))
                .containsExactlyElementsOf(manifest.replace("Wich", "Which")
                        .lines()
                        .filter(line -> !line.contains("\"sha256\"") && !line.contains("\"experiment.yaml\""))
                        .toList());
        assertThatPlayingGivesTheSame();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "c"})
    void rowsOfALearnerThatIsLeftOutGo(String label) throws IOException {
        run(YAML);
        forgetCheckpoints();
        Ran again = run(without(YAML, label + ":"));
        assertThat(again.reuse().words()).containsExactly("'" + label + "' left out");
        assertThat(again.decisions()).isZero();
        assertThatPlayingGivesTheSame();
    }

    private static String without(String yaml, String label) {
        String rest = yaml.lines()
                .filter(line -> !line.startsWith("  " + label))
                .reduce("", (all, line) -> all + line + "\n");
        return label.equals("c:") ? rest.replaceAll("sweep.*\n", "") : rest;
    }

    @Test
    void learnersInAnotherOrderAreRowsInAnotherOrder() throws IOException {
        run(YAML);
        forgetCheckpoints();
        Ran again = run(without(YAML, "a:").replace("baseline", "  a: {Greedy: {}}\nbaseline"));
        assertThat(again.reuse().words()).containsExactly("learners in another order");
        assertThat(again.decisions()).isZero();
        assertThatPlayingGivesTheSame();
    }

    @Test
    void aLearnerThatIsRenamedKeepsItsNumbers() throws IOException {
        run(YAML);
        Map<String, String> before = data(folder());
        forgetCheckpoints();
        String renamed = YAML.replace("  c: ", "  d: ").replace("learners.c", "learners.d");
        Ran again = run(renamed);
        assertThat(again.reuse().words())
                .containsExactly(
                        "'c' renamed 'd'", "with streams: {\"d\":\"c\"} in the file it plays the same elsewhere");
        assertThat(again.decisions()).isZero();
        Map<String, String> labels = new TreeMap<>(before);
        labels.replaceAll(
                (name, text) -> text.replaceAll("(?m)(^|,)c,", "$1d,").replaceAll("(?m)\\bc (?=is|has|lo)", "d "));
        assertThat(data(folder()).keySet()).isEqualTo(labels.keySet());
        assertThat(data(folder()).get("runs.csv")).isEqualTo(labels.get("runs.csv"));
        assertThat(data(folder()).get("summary.csv")).isEqualTo(labels.get("summary.csv"));
        assertThat(data(folder()).get("sweep.csv")).isEqualTo(labels.get("sweep.csv"));
        assertThatPlayingGivesTheSame();
        assertThat(run(renamed).reuse().words()).isEmpty();
        assertThat(run(YAML).reuse().words())
                .containsExactly("'d' renamed 'c'", "with streams: {} in the file it plays the same elsewhere");
        assertThat(data(folder())).isEqualTo(before);
    }

    @Test
    void theBaselineAndAQuestionOfPrecisionGoByTheLabelsNow() throws IOException {
        String rule = without(YAML, "c:")
                .replace("repetitions: 20", "repetitions: {until: {halfWidth: 4, of: regret of a, max: 200}}");
        run(rule);
        Ran again = run(rule.replace("  a:", "  first:")
                .replace("of a", "of first")
                .replace("  b:", "  second:")
                .replace("baseline: b", "baseline: second"));
        assertThat(again.decisions()).isZero();
        assertThat(folder().read().stop().orElseThrow().of()).isEqualTo("regret of first");
        assertThat(folder().read().stop().orElseThrow().widest()).isEqualTo("first");
        assertThatPlayingGivesTheSame();
    }

    @Test
    void equalLearnersAreRenamedInTheirOrder() throws IOException {
        String two = without(YAML, "c:").replace("{Ucb1: {}}", "{Greedy: {}}");
        run(two);
        Ran again = run(two.replace("  a:", "  x:").replace("  b:", "  y:").replace("baseline: b", "baseline: y"));
        assertThat(again.reuse().words()).startsWith("'a' renamed 'x'", "'b' renamed 'y'");
        assertThatPlayingGivesTheSame();
    }

    /** The label that became free draws other numbers than the learner that had it. */
    @Test
    void aNewLearnerUnderAnOldLabelDrawsOtherNumbers() throws IOException {
        String renamed = without(YAML, "c:").replace("  a:", "  z:");
        run(without(YAML, "c:"));
        run(renamed);
        Ran again = run(renamed.replace("baseline: b", "  a: {Greedy: {}}\nbaseline: b"));
        assertThat(again.decisions()).isEqualTo(600);
        assertThat(again.reuse().file().experiment().streams()).isEqualTo(Map.of("z", "a", "a", "z"));
        assertThatPlayingGivesTheSame();
    }

    @Test
    void aLearnerThatIsAddedIsAllThatIsPlayed() throws IOException {
        run(without(YAML, "c:"));
        assertThat(run(without(YAML, "c:").replace("baseline", "  d: {Uniform: {}}\nbaseline"))
                        .decisions())
                .isEqualTo(600);
        assertThatPlayingGivesTheSame();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "c"})
    void anotherBaselineIsComparedFromCheckpoints(String baseline) throws IOException {
        run(YAML);
        Ran again = run(YAML.replace("baseline: b", "baseline: " + baseline));
        assertThat(again.reuse().words()).containsExactly("compared with '" + baseline + "' instead of 'b'");
        assertThat(again.decisions()).isZero();
        assertThatPlayingGivesTheSame();
    }

    @Test
    void forcePlaysTheFileAsItIs() throws IOException {
        run(YAML);
        run(YAML.replace("  a:", "  z:"));
        Ran again = run(YAML.replace("  a:", "  z:"), folder(), true, Long.MAX_VALUE);
        assertThat(again.reuse().file().experiment().streams()).isEmpty();
        assertThatPlayingGivesTheSame();
    }

    @Test
    void aLearnerThatIsRenamedWhileItsRunIsInterruptedGoesOn() throws IOException {
        String plain = without(YAML, "c:");
        assertThatThrownBy(() -> run(plain, folder(), false, 480)).isInstanceOf(RunCancelled.class);
        Ran rest = run(plain.replace("  a:", "  z:").replace("Wich", "Which"));
        assertThat(rest.reuse().words())
                .containsExactly(
                        "'a' renamed 'z'", "with streams: {\"z\":\"a\"} in the file it plays the same elsewhere");
        assertThat(rest.decisions()).isBetween(1L, 1200L - 480);
        assertThatPlayingGivesTheSame();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "epsilon: 0.1     | epsilon: 0.3     | learners.c.EpsilonGreedy.epsilon was 0.1 and is now 0.3",
                "{Ucb1: {}}       | {Uniform: {}}    | learners.b was {\"Ucb1\":{}} and is now {\"ValueLearner\":{\"",
                "seed: 1          | seed: 2          | seed was 1 and is now 2",
                "report: [1, 10]  | report: [1, 11]  | report[1] was 10 and is now 11",
                "trace: {steps: 3}| '# '             | trace was {\"rewards\":0,\"runs\":[],\"steps\":3} and is gone",
                "repetitions: 20  | repetitions: 10  | repetitions was 20 and is now 10",
                "[0.1, 0.2]       | [0.1, 0.3]       | sweep.epsilon.'learners.c.EpsilonGreedy.epsilon'[1] was 0.2 and is now 0.3",
            })
    void whatGivesOtherNumbersIsNamed(String before, String now, String words) throws IOException {
        run(YAML);
        assertThatThrownBy(() -> run(YAML.replace(before, now)))
                .hasMessageStartingWith(folder().path() + ": holds results of other settings: " + words)
                .hasMessageEndingWith("; --force replaces them, --results DIR writes elsewhere");
    }

    @Test
    void theFileKeptIsOneEvenWhereNoLineCanBeAdded() throws IOException {
        String flow =
                "{question: q, seed: 1, horizon: 9, repetitions: 2, testbed: {GaussianTestbed: {arms: 2, meanStdDev: 1,"
                        + " rewardStdDev: 1}}, learners: {LABEL: {Ucb1: {}}}}";
        run(flow.replace("LABEL", "a"));
        assertThat(run(flow.replace("LABEL", "b")).decisions()).isZero();
        assertThatPlayingGivesTheSame();
    }

    @Test
    void resultsThatWereChangedByHandAreNotRewritten() throws IOException {
        run(YAML);
        Files.writeString(folder().path().resolve("runs.csv"), "mine");
        assertThatThrownBy(() -> run(YAML.replace("Wich", "Which"))).hasMessageContaining("runs.csv: has changed");
        assertThat(folder().path().resolve("runs.csv")).hasContent("mine");
    }

    /** A process that is killed leaves the old results, or the new ones after the next command. */
    @Test
    void aRewriteThatIsCutShortIsFinished() throws IOException {
        run(YAML);
        Path old = copy(folder().path(), "old");
        String fewer = without(YAML, "c:").replaceAll("trace.*\n", "").replace("Wich", "Which") + "trace: {steps: 3}\n";
        run(fewer);
        Path fresh = copy(folder().path(), "new");
        List<String> order = Stream.concat(
                        Stream.of("experiment.yaml"),
                        Folders.names(fresh).stream().filter(name -> name.endsWith(".csv")))
                .toList();
        for (int moved = 0; moved <= order.size() + 1; moved++) {
            forgetCheckpoints();
            Folders.delete(folder().path());
            Files.move(copy(old, "copy"), folder().path());
            Path ready = Files.createDirectory(folder().path().resolve(".ready"));
            Files.copy(fresh.resolve("manifest.json"), ready.resolve("manifest.json"));
            for (int i = 0; i < order.size(); i++) {
                String name = order.get(i);
                Files.deleteIfExists((i < moved ? folder().path() : ready).resolve(name));
                Files.copy(fresh.resolve(name), (i < moved ? folder().path() : ready).resolve(name));
            }
            if (moved > 0) {
                Files.delete(folder().path().resolve("manifest.json"));
                Files.deleteIfExists(folder().path().resolve("sweep.csv"));
            }
            if (moved > order.size()) {
                Files.move(ready.resolve("manifest.json"), folder().path().resolve("manifest.json"));
            }
            Ran again = run(fewer);
            assertThat(again.decisions()).as("after %s files", moved).isZero();
            assertThat(again.reuse().words()).isEmpty();
            assertThat(data(folder())).isEqualTo(data(new ResultsFolder(fresh)));
            assertThat(folder().path().resolve(".ready")).doesNotExist();
        }
    }

    private Path copy(Path from, String name) throws IOException {
        Path to = Files.createDirectory(temporary.resolve(name));
        for (String each : Folders.names(from)) {
            if (!each.startsWith(".")) {
                Files.copy(from.resolve(each), to.resolve(each));
            }
        }
        return to;
    }
}
