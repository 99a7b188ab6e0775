package kelvin.results;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import kelvin.experiment.Catalog;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Overrides;
import kelvin.yaml.BadInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damaged data files are reported with file and line. */
class DamagedDataFilesTest {
    @TempDir
    private Path temporary;

    private ResultsFolder folder;

    @BeforeEach
    void write() throws IOException {
        Path path = Files.writeString(temporary.resolve("x.yaml"), """
                question: Q
                seed: 1
                horizon: 3
                repetitions: 2
                testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 1}}, {Bernoulli: {p: 0}}]}}
                learners: {u: {Uniform: {}}, v: {Uniform: {}}}
                """);
        ExperimentFile file = ExperimentFile.read(path, new Catalog(), Overrides.NONE);
        folder = ResultsFolder.of(temporary, file);
        folder.write(file, file.experiment().play(1, n -> {}), new Effort(Duration.ZERO, 0));
    }

    private void replace(String name, String pattern, String by) throws IOException {
        Path file = folder.path().resolve(name);
        Files.writeString(file, Files.readString(file).replaceFirst(pattern, by));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            curves.csv     | learner,metric   | learner,what     | :1: the first line must be learner,metric,step,mean,standard_error,repetitions; if another version wrote it, kelvin run FILE --force plays it again
            curves.csv     | u,regret,2,      | u,regret,x,      | :3: step: found 'x', must be a whole number
            curves.csv     | u,regret,2,      | u,regret,1,      | :3: step: found '1', must be above the step before it
            curves.csv     | u,regret,2,[^,]* | u,regret,2,1.0.0 | :3: mean: found '1.0.0', must be a number or empty
            curves.csv     | u,regret,2,[^,]* | u,regret,2       | :3: found 5 cells, must be 6: learner,metric,step,mean,standard_error,repetitions
            curves.csv     | u,regret,1       | u,rergret,1      | :2: metric: found 'rergret', must be one of regret, reward, optimal_action, simple_regret, identification_error
            curves.csv     | v,[a-z_]*,3.*\\n$ | ``               | : every learner must have every metric with the same steps; the file is cut short or mixed
            runs.csv       | u,1,             | u,2,             | :3: repetition: found '2', must be 1
            runs.csv       | v,1,[^\\n]*\\n$    | ``               | : every learner must have every metric with the same number of repetitions; the file is cut short or mixed
            selections.csv | u,2,0,1          | u,2,0,2          | :4: rank: found '2', must be 1
            selections.csv | v,3,1,2.*\\n$     | ``               | : every step of 'v' must have the same ranks and arms; the file is cut short or mixed
            quantiles.csv   | u,2,             | u,1,             | :3: step: found '1', must be above the step before it
            comparisons.csv | v,u,regret,1,    | v,u,regret,0,    | :2: step: found '0', must be 1 or later
            comparisons.csv | v,u,reward,3,     | w,u,reward,3,    | :5: learner: found 'w', must be a learner with this metric in runs.csv
            comparisons.csv | v,u,reward,3,[^,]* | v,u,reward,3,x | :5: difference: found 'x', must be a number or empty
            manifest.json  | "values"         | "valeus"         | : found no values, must be a manifest that Kelvin wrote; kelvin run --force writes it again
            """)
    void damageIsReportedWhereItIs(String name, String pattern, String by, String message) throws IOException {
        replace(name, pattern, by == null ? "" : by);
        assertThatThrownBy(folder::read)
                .isInstanceOf(BadInput.class)
                .hasMessage(folder.path().resolve(name) + message);
    }

    @Test
    void aQuoteThatIsNeverClosedIsReported() throws IOException {
        replace("runs.csv", "u,1,", "\"u,1,");
        assertThatThrownBy(folder::read)
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(folder.path().resolve("runs.csv") + ":3: cannot be read: ");
    }

    @Test
    void aManifestThatIsNotJsonIsReportedWithItsLine() throws IOException {
        replace("manifest.json", "\\{", "{\n]");
        assertThatThrownBy(folder::read)
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(folder.path().resolve("manifest.json") + ":2: not YAML: ");
    }
}
