package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifyCommandTest {
    @TempDir
    private Path folder;

    private Path results;

    @BeforeEach
    void play() throws IOException {
        Path file = Files.writeString(folder.resolve("coins.yaml"), """
                question: Which coin?
                seed: 1
                horizon: 20
                repetitions: 30
                testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.9}}, {Bernoulli: {p: 0.1}}]}}
                learners: {softmax: {Softmax: {temperature: {InverseSqrt: {start: 1}}}}, greedy: {Greedy: {}}}
                """);
        Kelvin.run("run", file, "--results", folder, "--no-charts");
        results = folder.resolve("coins");
    }

    /** One digit of the last run. */
    private void forge() throws IOException {
        Path runs = results.resolve("runs.csv");
        Files.writeString(runs, Files.readString(runs).replaceFirst("greedy,29,reward,.*", "greedy,29,reward,0.95"));
    }

    @Test
    void resultsThatComeOutAgainAreVerified() {
        Kelvin answer = Kelvin.run("verify", results);
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .isEqualTo(results + ": verified; played again, every data file is the same bit for bit\n");
    }

    /** A component that is written without its name is read back, inside another one too. */
    @Test
    void learntFeaturesAreVerified() throws IOException {
        Path file = Files.writeString(folder.resolve("learnt.yaml"), """
                question: Which arm?
                seed: 1
                horizon: 20
                repetitions: 2
                testbed: {LinearContexts: {arms: 2, shared: 2, noise: 1, weightStdDev: 1}}
                learners:
                  one: {ContextualLearner: {model: {NeuralLinear: {network: {hidden: [3]}}}, policy: {Greedy: {}}}}
                  two: {ContextualLearner: {model: {Bag: {members: 2, model: {NeuralLinear: {network: {hidden: [2]}}}}}, policy: {Greedy: {}}}}
                """);
        assertThat(Kelvin.run("run", file, "--results", folder, "--no-charts").code())
                .isZero();
        assertThat(Kelvin.run("verify", folder.resolve("learnt")).code()).isZero();
    }

    @Test
    void aForgedValueIsFoundWithItsLine() throws IOException {
        forge();
        Kelvin answer = Kelvin.run("verify", results);
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out())
                .contains("NOT verified", "runs.csv:151: found greedy,29,reward,0.95, played again greedy,29,reward,");
    }

    @Test
    void aSampleIsVerifiedToo() throws IOException {
        assertThat(Kelvin.run("verify", results, "--sample", "3").out()).contains("a sample of 3 blocks of runs");
        forge();
        Kelvin answer = Kelvin.run("verify", results, "--sample", "200");
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out())
                .contains("runs.csv: has changed since Kelvin wrote it")
                .contains("learner 'greedy', repetitions 24 to 29: reward is not what is played again");
    }

    @Test
    void anotherSeedInTheManifestIsFound() throws IOException {
        Path manifest = results.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"seed\": 1", "\"seed\": 2"));
        assertThat(Kelvin.run("verify", results)).returns(1, Kelvin::code);
    }

    @Test
    void anEditedExperimentIsFoundThoughTheDataComeOutAgain() throws IOException {
        Path experiment = results.resolve("experiment.yaml");
        Files.writeString(experiment, Files.readString(experiment).replace("Which", "What"));
        Kelvin answer = Kelvin.run("verify", results);
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).contains("NOT verified", experiment + ": has changed since Kelvin wrote it");
    }

    private void editManifest(String pattern, String replacement) throws IOException {
        Path manifest = results.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replaceFirst(pattern, replacement));
    }

    @Test
    void filesThatAreNotKeptAreComparedByTheirChecksums() throws IOException {
        Files.delete(results.resolve("curves.csv"));
        Files.delete(results.resolve("runs.csv"));
        Kelvin answer = Kelvin.run("verify", results);
        assertThat(answer.code()).isZero();
        assertThat(answer.out())
                .endsWith("same bit for bit; by checksum, as the folder does not have them: curves.csv, runs.csv\n");
    }

    @Test
    void anotherChecksumOfAFileThatIsNotKeptIsFound() throws IOException {
        Files.delete(results.resolve("curves.csv"));
        editManifest("\"curves.csv\": \"[0-9a-f]{8}", "\"curves.csv\": \"00000000");
        Kelvin answer = Kelvin.run("verify", results);
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).contains("the checksum of curves.csv is not that of the file played again");
    }

    @ParameterizedTest
    @ValueSource(strings = {"curves.csv", "experiment.yaml"})
    void aMissingChecksumFails(String name) throws IOException {
        editManifest("\"" + name + "\": \"[0-9a-f]+\",", "");
        Kelvin answer = Kelvin.run("verify", results);
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).contains("manifest.json: has no checksum of " + name);
    }

    @Test
    void anExperimentFileThatIsNotKeptIsMissed() throws IOException {
        Files.delete(results.resolve("experiment.yaml"));
        Kelvin answer = Kelvin.run("verify", results);
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.out()).contains("experiment.yaml: is absent, and playing does not write it");
    }

    @Test
    void withoutRunsASampleIsRefused() throws IOException {
        Files.delete(results.resolve("runs.csv"));
        Kelvin answer = Kelvin.run("verify", results, "--sample", "3");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err())
                .isEqualTo("kelvin: " + results
                        + ": has no runs.csv to compare a sample with; verify it in full, without --sample\n");
    }

    @Test
    void whatIsNotThereIsSaid() {
        Kelvin answer = Kelvin.run("verify", folder.resolve("nowhere"));
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("nowhere: there is no such results folder");
    }
}
