package kelvin.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import kelvin.experiment.Catalog;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Overrides;
import kelvin.metric.Results;
import kelvin.results.ResultsFolder.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Results of repetitions that ended by themselves. */
class UntilResultsTest {
    private static final String YAML = """
            question: Which one, surely?
            seed: 1
            horizon: 20
            repetitions: REPETITIONS
            testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.9}}, {Bernoulli: {p: 0.6}}]}}
            learners:
              greedy: {EpsilonGreedy: {epsilon: 0.1}}
              UCB1: {Ucb1: {}}
            """;

    @TempDir
    private Path temporary;

    private ResultsFolder folder() {
        return new ResultsFolder(temporary.resolve("x"));
    }

    private ExperimentFile read(String repetitions) throws IOException {
        Path path = Files.writeString(temporary.resolve("x.yaml"), YAML.replace("REPETITIONS", repetitions));
        return ExperimentFile.read(path, new Catalog(), Overrides.NONE);
    }

    private Results write(String repetitions) throws IOException {
        ExperimentFile file = read(repetitions);
        Results results = file.experiment().play(1, n -> {});
        folder().write(file, results, new Effort(Duration.ofSeconds(2), 1));
        return results;
    }

    /** 64 repetitions were enough for what was asked first. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{until: {halfWidth: 5, max: 200}} | EQUAL",
                "{until: {halfWidth: 4, max: 200}} | EXTENSIBLE",
                "{until: {halfWidth: 5, max: 300}} | EXTENSIBLE",
                "{until: {halfWidth: 9, of: reward, min: 100, max: 300}} | EXTENSIBLE",
                "64 | EXTENSIBLE",
                "63 | OTHER"
            })
    void whatHasNoFewerRepetitionsExtendsThem(String wanted, State state) throws IOException {
        Results results = write("{until: {halfWidth: 5, max: 200}}");
        assertThat(folder().read().stop()).isEqualTo(results.stop());
        assertThat(folder().state(read(wanted).experiment())).isEqualTo(state);
    }

    /** 200 repetitions were the most. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{until: {halfWidth: 0.01, max: 250}} | EXTENSIBLE",
                "{until: {halfWidth: 0.02, max: 250}} | OTHER",
                "{until: {halfWidth: 0.01, max: 150}} | OTHER",
                "{until: {halfWidth: 0.01, min: 65, max: 250}} | OTHER",
                "{until: {halfWidth: 0.01, of: regret of UCB1, max: 250}} | OTHER",
                "199 | OTHER"
            })
    void whatMayHaveFewerIsSomethingElse(String wanted, State state) throws IOException {
        write("{until: {halfWidth: 0.01, max: 200}}");
        assertThat(folder().state(read(wanted).experiment())).isEqualTo(state);
    }

    @Test
    void intervalsThatAreReadBackAreAdjustedAsBefore() throws IOException {
        Results results = write("{until: {halfWidth: 1, max: 200}}");
        assertThat(folder().read().trials()).allMatch(trials -> trials.looks().count() == 3);
        assertThat(folder().read().series()).allMatch(series -> series.looks().count() == 3);
        assertThat(folder().read().comparisons()).isEqualTo(results.comparisons());
    }

    @Test
    void aDamagedManifestIsNamed() throws IOException {
        write("{until: {halfWidth: 5, max: 200}}");
        Path manifest = folder().path().resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"looks\": 3", "\"looks\": \"x\""));
        assertThatThrownBy(folder()::read)
                .hasMessage(manifest + ": stop.looks: found x, must be a number; kelvin run --force writes it again");
    }
}
