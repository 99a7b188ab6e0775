package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import kelvin.experiment.ResultsFolder.State;
import kelvin.metric.Results;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultsFolderTest {
    private static final String YAML = """
            question: Which "one", and why?
            seed: 1
            horizon: 20
            repetitions: 3
            report: [1, 5]
            testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.9}}, {Bernoulli: {p: 0.6}}]}}
            learners:
              ε, "greedy": {EpsilonGreedy: {epsilon: 0.1}}
              UCB1: {Ucb1: {}}
            """;

    @TempDir
    private Path temporary;

    private ExperimentFile file;
    private Results results;
    private ResultsFolder folder;

    @BeforeEach
    void play() throws IOException {
        file = read(YAML);
        results = file.experiment().play(1, n -> {});
        folder = ResultsFolder.of(temporary.resolve("results"), file);
    }

    private ExperimentFile read(String yaml) throws IOException {
        Path path = Files.writeString(temporary.resolve("x.yaml"), yaml);
        return ExperimentFile.read(path, new Catalog(), Overrides.NONE);
    }

    private void write() {
        folder.write(file, results, new Effort(Duration.ofSeconds(2), 1));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder.path())) {
            return files.map(path -> path.getFileName().toString()).sorted().toList();
        }
    }

    private String text(String name) throws IOException {
        return Files.readString(folder.path().resolve(name));
    }

    @Test
    void itIsNamedAfterTheFile() {
        assertThat(folder.path()).isEqualTo(temporary.resolve("results/x"));
        assertThat(folder.state(file.experiment())).isEqualTo(State.ABSENT);
        assertThat(folder.needsRun(file.experiment(), false)).isTrue();
    }

    @Test
    void itHoldsDataManifestAndACopyOfTheFile() throws IOException {
        write();
        assertThat(names())
                .containsExactly(
                        "bounds.csv",
                        "comparisons.csv",
                        "curves.csv",
                        "experiment.yaml",
                        "manifest.json",
                        "quantiles.csv",
                        "runs.csv",
                        "selections.csv",
                        "summary.csv");
        assertThat(text("experiment.yaml")).isEqualTo(YAML);
        assertThat(folder.path().resolve(".staged")).doesNotExist();
    }

    @Test
    void dataFilesSayWhatTheyHold() throws IOException {
        write();
        assertThat(text("curves.csv"))
                .startsWith("learner,metric,step,mean,standard_error,repetitions\n\"ε, \"\"greedy\"\"\",regret,1,");
        assertThat(text("selections.csv")).startsWith("learner,step,arm,rank,frequency\n\"ε, \"\"greedy\"\"\",1,0,1,");
        assertThat(text("runs.csv")).startsWith("learner,repetition,metric,value\n\"ε, \"\"greedy\"\"\",0,regret,");
        assertThat(text("summary.csv"))
                .startsWith(
                        "learner,metric,mean,standard_error,ci95_low,ci95_high,min,q05,median,q95,max,skewness,bca95_low,"
                                + "bca95_high,repetitions\n")
                .hasLineCount(1 + 2 * 3);
        assertThat(text("quantiles.csv")).startsWith("learner,step,q05,q25,median,q75,q95,linear_share\n");
        assertThat(text("comparisons.csv"))
                .startsWith(
                        "learner,baseline,metric,step,difference,standard_error,t,p,p_holm,wilcoxon_p,verdict\nUCB1,");
    }

    @Test
    void whatIsUndefinedIsAnEmptyCell() throws IOException {
        file = read(YAML.replace("repetitions: 3", "repetitions: 1"));
        results = file.experiment().play(1, n -> {});
        write();
        assertThat(text("summary.csv")).containsPattern("UCB1,reward,[0-9.]+,,,,[0-9.]+,");
        assertThat(folder.read().series().get(0).standardError()).containsOnly(Double.NaN);
    }

    @Test
    void whatWasWrittenIsReadBack() {
        write();
        assertThat(folder.read())
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(results);
    }

    @Test
    void armsThatAreRedrawnHaveNoIndex() throws IOException {
        file = read(YAML.replaceAll("\\{Fixed.*", "{GaussianTestbed: {arms: 3, meanStdDev: 1, rewardStdDev: 1}}"));
        results = file.experiment().play(1, n -> {});
        write();
        assertThat(text("selections.csv")).contains("UCB1,1,,1,");
        assertThat(folder.read())
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(results);
    }

    @Test
    void equalResultsAreLeftAlone() throws IOException {
        write();
        ExperimentFile same = read("# a comment\n" + YAML.replace("epsilon: 0.1", "epsilon: 1e-1"));
        assertThat(folder.state(same.experiment())).isEqualTo(State.EQUAL);
        assertThat(folder.needsRun(same.experiment(), false)).isFalse();
        assertThat(folder.needsRun(same.experiment(), true)).isTrue();
    }

    @Test
    void resultsOfOtherValuesAreNotReplacedUnasked() throws IOException {
        write();
        Experiment other =
                read(YAML.replace("seed: 1", "seed: 2").replace("0.6", "0.5")).experiment();
        assertThat(folder.state(other)).isEqualTo(State.OTHER);
        assertThatThrownBy(() -> folder.needsRun(other, false))
                .isInstanceOf(BadInput.class)
                .hasMessage(folder.path() + ": holds results of other values (seed, testbed); --force replaces them,"
                        + " --results DIR writes elsewhere");
        assertThat(folder.needsRun(other, true)).isTrue();
    }

    @Test
    void commandLineOverridesCountAsValues() {
        write();
        Experiment other = new Overrides(2L, null, null).in(file.experiment());
        assertThat(folder.state(other)).isEqualTo(State.OTHER);
    }

    @Test
    void moreRepetitionsAndLearnersExtendResults() throws IOException {
        write();
        Experiment more = read(YAML.replace("repetitions: 3", "repetitions: 4") + "  greedy: {Greedy: {}}\n")
                .experiment();
        assertThat(folder.state(more)).isEqualTo(State.EXTENSIBLE);
        assertThat(folder.needsRun(more, false)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"repetitions: 3,repetitions: 2", "UCB1: {Ucb1: {}},greedy: {Greedy: {}}", "epsilon: 0.1,epsilon: 0.2"})
    void lessOrOtherDoesNotExtendResults(String before, String after) throws IOException {
        write();
        assertThat(folder.state(read(YAML.replace(before, after)).experiment())).isEqualTo(State.OTHER);
    }

    @Test
    void aDamagedFileIsNamedAndNotDrawn() throws IOException {
        write();
        Files.writeString(folder.path().resolve("runs.csv"), text("runs.csv").replace("regret,0", "regret,1"));
        String problem = folder.path().resolve("runs.csv") + ": has changed since Kelvin wrote it";
        assertThat(folder.state(file.experiment())).isEqualTo(State.DAMAGED);
        assertThatThrownBy(() -> folder.needsRun(file.experiment(), false)).hasMessageStartingWith(problem);
        assertThatThrownBy(folder::read).hasMessageStartingWith(problem);
        assertThat(folder.needsRun(file.experiment(), true)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"seed: 1", "# a comment\nseed: 1"})
    void anExperimentThatWasEditedBesideItsResultsIsNamedAndNotReported(String by) throws IOException {
        write();
        Files.writeString(folder.path().resolve("experiment.yaml"), YAML.replace("question: W", by + "\nquestion: W"));
        String problem = folder.path().resolve("experiment.yaml") + ": has changed since Kelvin wrote it";
        assertThat(folder.state(file.experiment())).isEqualTo(State.DAMAGED);
        assertThatThrownBy(() -> folder.needsRun(file.experiment(), false))
                .hasMessage(problem + "; --force writes it again");
        assertThatThrownBy(folder::read).hasMessage(problem + "; kelvin run --force writes it again");
    }

    /** Whatever byte of it is changed, the manifest is read, or refused with the way out. */
    @Test
    void aDamagedManifestIsSaidAndForceWritesItAgain() throws IOException {
        write();
        Path manifest = folder.path().resolve("manifest.json");
        byte[] whole = Files.readAllBytes(manifest);
        for (int place = 0; place < whole.length; place += 7) {
            byte[] damaged = whole.clone();
            damaged[place] ^= 1 << place % 8;
            Files.write(manifest, damaged);
            if (folder.state(file.experiment()) == State.DAMAGED) {
                assertThatThrownBy(() -> folder.needsRun(file.experiment(), false))
                        .isInstanceOf(BadInput.class)
                        .hasMessageStartingWith(folder.path().toString())
                        .hasMessageEndingWith("; --force writes it again")
                        .hasMessageNotContaining("Exception");
            }
            assertThat(folder.needsRun(file.experiment(), true)).isTrue();
        }
        write();
        assertThat(folder.state(file.experiment())).isEqualTo(State.EQUAL);
    }

    @Test
    void aFolderThatIsALinkIsWrittenWhereItLeads() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.createDirectory(temporary.resolve("results"));
        Files.createSymbolicLink(folder.path(), elsewhere);
        assertThat(folder.needsRun(file.experiment(), false)).isTrue();
        write();
        assertThat(folder.path()).isSymbolicLink();
        assertThat(elsewhere.resolve("manifest.json")).exists();
        assertThat(folder.read().question()).isEqualTo(results.question());
    }

    @Test
    void resultsInAnotherFormatAreNotRead() throws IOException {
        write();
        Path manifest = folder.path().resolve("manifest.json");
        Files.writeString(manifest, text("manifest.json").replace("\"format\": 1", "\"format\": 0"));
        assertThatThrownBy(folder::read)
                .hasMessage(folder.path() + ": was written by another version of Kelvin, in format 0 instead of 1;"
                        + " kelvin run --force plays it again");
        assertThatThrownBy(() -> folder.needsRun(file.experiment(), false))
                .hasMessageContaining("holds results of other values (format 0 instead of 1); --force");
    }

    @Test
    void aPartialSummaryGoesWhenResultsCome() throws IOException {
        Files.createDirectories(folder.path());
        folder.writePartial(results.trials());
        assertThat(text("partial-summary.csv")).startsWith("learner,metric,mean,");
        write();
        assertThat(names()).doesNotContain("partial-summary.csv");
        assertThat(text("summary.csv")).hasLineCount(1 + 2 * 3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "curves.csv",
                "selections.csv",
                "runs.csv",
                "summary.csv",
                "quantiles.csv",
                "comparisons.csv",
                "experiment.yaml",
                "manifest.json"
            })
    void aFolderThatLacksAFileIsIncomplete(String name) throws IOException {
        write();
        Files.delete(folder.path().resolve(name));
        assertThat(folder.state(file.experiment())).isEqualTo(State.INCOMPLETE);
        assertThat(folder.needsRun(file.experiment(), false)).isTrue();
        assertThatThrownBy(folder::read)
                .hasMessage(folder.path() + ": is incomplete, there is no " + name + "; run the experiment again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"curves.csv", "experiment.yaml", "runs.csv", "selections.csv", "summary.csv"})
    void aFileThatCannotBePutInPlaceLeavesTheFolderIncomplete(String name) throws IOException {
        write();
        Files.delete(folder.path().resolve(name));
        Files.createDirectories(folder.path().resolve(name).resolve("in the way"));
        assertThatThrownBy(() -> write())
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith(folder.path() + ": cannot be written: ");
        assertThat(folder.state(file.experiment())).isEqualTo(State.INCOMPLETE);
        assertThat(folder.path().resolve(".staged")).doesNotExist();
    }

    @Test
    void aFailureWhileWritingChangesNothing() throws IOException {
        write();
        String before = text("manifest.json");
        Files.createDirectories(folder.path().resolve(".staged/in/the way"));
        assertThatThrownBy(this::write)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageStartingWith(folder.path() + ": cannot be written: ");
        assertThat(names()).hasSize(10);
        assertThat(text("manifest.json")).isEqualTo(before);
    }

    @Test
    void chartsOfOldResultsGoAndOtherPeoplesFilesStay() throws IOException {
        write();
        Files.writeString(folder.path().resolve("optimal-action.svg"), "old");
        Files.writeString(folder.path().resolve("notes.png"), "mine");
        write();
        assertThat(names()).contains("notes.png").doesNotContain("optimal-action.svg");
    }

    @Test
    void leftoversOfAKilledRunAreCleared() throws IOException {
        Path partial = Files.createDirectories(folder.path().resolve(".staged"));
        Files.writeString(partial.resolve("stray"), "");
        write();
        assertThat(names()).doesNotContain("stray");
    }

    @Test
    void aFileInPlaceOfTheFolderIsReportedBeforePlaying() throws IOException {
        Files.createDirectories(temporary.resolve("results"));
        Files.writeString(folder.path(), "");
        assertThatThrownBy(() -> folder.needsRun(file.experiment(), true))
                .isInstanceOf(BadInput.class)
                .hasMessage(folder.path() + ": is a file, must be a folder or absent");
        assertThatThrownBy(folder::read).hasMessage(folder.path() + ": there is no such results folder");
    }

    @Test
    void aFileInPlaceOfAllResultsIsReportedBeforePlaying() throws IOException {
        Files.writeString(temporary.resolve("results"), "");
        assertThatThrownBy(() -> folder.needsRun(file.experiment(), false))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(folder.path() + ": cannot be written: ");
    }
}
