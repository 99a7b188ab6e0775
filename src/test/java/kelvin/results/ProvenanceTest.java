package kelvin.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import kelvin.experiment.Catalog;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Overrides;
import kelvin.simulation.ReplicationPlan;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command in a report plays its results again. */
class ProvenanceTest {
    @TempDir
    private Path folder;

    private String command(Path path, String classpath) throws IOException {
        Path written = Files.writeString(folder.resolve("any.yaml"), """
                question: Why?
                seed: 3
                horizon: 10
                repetitions: 2
                testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.5}}]}}
                learners: {mine: {Uniform: {}}}
                """);
        Catalog catalog = new Catalog(Catalog.class.getClassLoader(), classpath);
        ExperimentFile read = ExperimentFile.read(written, catalog, new Overrides(null, 4, null));
        ExperimentFile file = new ExperimentFile(path, read.bytes(), read.experiment(), read.sweep(), read.own());
        assertThat(file.experiment().repetitions()).isEqualTo(new ReplicationPlan.Fixed(4));
        ResultsFolder results = ResultsFolder.of(folder, file);
        results.write(file, file.experiment().play(1, n -> {}), new Effort(Duration.ZERO, 0));
        return results.stored().provenance().command();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "experiments/any.yaml | experiments/any.yaml",
                "../mine/any.yml | ../mine/any.yml",
                "my work/it's/any.yaml | 'my work/it'\\''s/any.yaml'"
            })
    void theFileIsNamedAsItWasWritten(String path, String shown) throws IOException {
        assertThat(command(Path.of(path), ""))
                .isEqualTo("./kelvin run " + shown + " --seed 3 --horizon 10 --repetitions 4");
    }

    @Test
    void whatItNeedsBesidesIsRepeated() throws IOException {
        assertThat(command(Path.of("any.yaml"), "mine.jar:my classes"))
                .isEqualTo("./kelvin run any.yaml --classpath 'mine.jar:my classes'"
                        + " --seed 3 --horizon 10 --repetitions 4");
    }
}
