package kelvin.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kelvin.file.Folders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Experiments that are given again in other words, with fewer learners or more. */
class ReuseTest extends Reruns {
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

    @Test
    void anotherChartIsAskedForWithoutPlaying() throws IOException {
        run(YAML);
        Map<String, String> before = data(folder());
        forgetCheckpoints();
        Ran again = run(YAML + "chart: {style: paper, learners: [a, c]}\n");
        assertThat(again.reuse().words()).containsExactly("chart changed");
        assertThat(again.decisions()).isZero();
        assertThat(data(folder())).isEqualTo(before);
        assertThat(run(YAML).reuse().words()).containsExactly("chart changed");
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
    void aLearnerThatIsAddedIsAllThatIsPlayed() throws IOException {
        run(without(YAML, "c:"));
        assertThat(run(without(YAML, "c:").replace("baseline", "  d: {Uniform: {}}\nbaseline"))
                        .decisions())
                .isEqualTo(600);
        assertThatPlayingGivesTheSame();
    }

    @Test
    void forcePlaysAllOfEqualResultsAgain() throws IOException {
        long decisions = run(YAML).decisions();
        assertThat(decisions).isPositive();
        assertThat(run(YAML, folder(), true, Long.MAX_VALUE).decisions()).isEqualTo(decisions);
        assertThat(run(YAML).decisions()).isZero();
    }

    @Test
    void aFileThatNoLearnerFillsAnyMoreGoes() throws IOException {
        String yaml = """
                question: Which one?
                seed: 1
                horizon: 9
                repetitions: 2
                testbed: {LinearContexts: {arms: 2, shared: 2, noise: 1, weights: [[1, 0], [0, 1]]}}
                learners:
                  a: {Uniform: {}}
                  b: {ContextualGradient: {stepSize: 0.1}}
                trace: {steps: 3}
                """;
        run(yaml);
        assertThat(data(folder())).containsKey("coefficients.csv");
        run(without(yaml, "b:"));
        assertThat(data(folder())).doesNotContainKey("coefficients.csv");
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
