package kelvin.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import kelvin.experiment.Experiment;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Overrides;
import kelvin.metric.Metric;
import kelvin.metric.RunValues;
import kelvin.results.ResultsFolder.State;
import kelvin.yaml.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultsFolderTest extends SmallResults {
    @Test
    void itIsNamedAfterTheFile() {
        assertThat(folder.path()).isEqualTo(temporary.resolve("results/x"));
        assertThat(folder.state(file.experiment())).isEqualTo(State.ABSENT);
        assertThat(folder.finished(file.experiment(), false)).isEmpty();
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

    /** Eleven ones and a thirteen: mean 2, √(132/11/12), t of 11 degrees 2.200985, skewness 110/11^1.5. */
    @Test
    void theSummaryOfAHandExample() throws IOException {
        Path summary = temporary.resolve("summary.csv");
        double[] values = new double[12];
        Arrays.fill(values, 1);
        values[7] = 13;
        SummaryCsv.write(summary, List.of(new RunValues("a", Metric.REGRET, values)));
        String[] cells = Files.readAllLines(summary).get(1).split(",", -1);
        assertThat(cells).startsWith("a", "regret").endsWith("12");
        double[] numbers =
                Arrays.stream(cells).skip(2).mapToDouble(Double::parseDouble).toArray();
        assertThat(Arrays.copyOf(numbers, 10))
                .containsExactly(new double[] {2, 1, -0.200985, 4.200985, 1, 1, 1, 6.4, 13, 3.015113}, within(1e-6));
        assertThat(numbers[10]).isBetween(1.0, 2.0);
        assertThat(numbers[11]).isBetween(3.0, 9.0);
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
        assertThat(folder.finished(same.experiment(), false)).isPresent();
        assertThat(folder.finished(same.experiment(), true)).isEmpty();
    }

    @Test
    void resultsOfOtherValuesAreNotReplacedUnasked() throws IOException {
        write();
        Experiment other =
                read(YAML.replace("seed: 1", "seed: 2").replace("0.6", "0.5")).experiment();
        assertThat(folder.state(other)).isEqualTo(State.OTHER);
        assertThatThrownBy(() -> folder.finished(other, false))
                .isInstanceOf(BadInput.class)
                .hasMessage(folder.path() + ": holds results of other settings: seed was 1 and is now 2;"
                        + " testbed.FixedTestbed.arms[1].Bernoulli.p was 0.6 and is now 0.5; --force replaces them,"
                        + " --results DIR writes elsewhere");
        assertThat(folder.finished(other, true)).isEmpty();
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
        assertThat(folder.finished(more, false)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"repetitions: 3,repetitions: 2", "epsilon: 0.1,epsilon: 0.2"})
    void lessOrOtherDoesNotExtendResults(String before, String after) throws IOException {
        write();
        assertThat(folder.state(read(YAML.replace(before, after)).experiment())).isEqualTo(State.OTHER);
    }

    @Test
    void aFolderThatIsALinkIsWrittenWhereItLeads() throws IOException {
        Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
        Files.createDirectory(temporary.resolve("results"));
        Files.createSymbolicLink(folder.path(), elsewhere);
        assertThat(folder.finished(file.experiment(), false)).isEmpty();
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
        assertThatThrownBy(() -> folder.finished(file.experiment(), false))
                .hasMessageContaining("holds results of other settings: format 0 instead of 1; --force");
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

    @Test
    void chartsOfOldResultsGoAndOtherPeoplesFilesStay() throws IOException {
        write();
        Files.writeString(folder.path().resolve("optimal-action.svg"), "old");
        Files.writeString(folder.path().resolve("notes.png"), "mine");
        write();
        assertThat(names()).contains("notes.png").doesNotContain("optimal-action.svg");
    }

    @Test
    void changesOfTheProblemAreReadBack() throws IOException {
        write();
        assertThat(folder.recorded().results().changes()).isEmpty();
        String one = "{FixedTestbed: {arms: [{Bernoulli: {p: 0.9}}, {Bernoulli: {p: 0.6}}]}}";
        file = read(YAML.replace(one, "{Switching: {phases: [" + one + ", " + one + "], until: [7]}}"));
        results = file.experiment().play(1, n -> {});
        write();
        assertThat(folder.recorded().results().changes()).containsExactly(7L);
    }
}
