package kelvin.experiment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kelvin.simulation.ReplicationPlan;
import kelvin.yaml.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OverridesTest {
    @TempDir
    private Path folder;

    private Experiment read(String yaml, Overrides overrides) throws IOException {
        return ExperimentFile.read(Files.writeString(folder.resolve("x.yaml"), yaml), new Catalog(), overrides)
                .experiment();
    }

    /** The starter can be played, and nothing but the three numbers changes. */
    @Test
    void onlyWhatIsGivenIsReplaced() throws IOException {
        Experiment plain = read(Starter.text(), Overrides.NONE);
        assertThat(Overrides.NONE.in(plain)).isEqualTo(plain);
        Experiment other = new Overrides(plain.seed() + 1, 3, plain.horizon() - 1).in(plain);
        assertThat(other.seed()).isEqualTo(plain.seed() + 1);
        assertThat(other.repetitions()).isEqualTo(new ReplicationPlan.Fixed(3));
        assertThat(other.horizon()).isEqualTo(plain.horizon() - 1);
        assertThat(new Overrides(plain.seed(), null, plain.horizon()).in(other).repetitions())
                .isEqualTo(new ReplicationPlan.Fixed(3));
        assertThat(other.learners()).isEqualTo(plain.learners());
        assertThat(other.baseline()).isEqualTo(plain.baseline());
        assertThat(other.testbed()).isEqualTo(plain.testbed());
        assertThat(other.question()).isEqualTo(plain.question());
    }

    @Test
    void whatDoesNotFitIsNamedByItsOption() throws IOException {
        Experiment plain = read(Starter.text(), Overrides.NONE);
        assertThatThrownBy(() -> new Overrides(null, 0, null).in(plain))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("--repetitions: ");
        assertThatThrownBy(() -> new Overrides(null, null, 0L).in(plain))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("--horizon: ");
        String yaml = """
                question: q
                seed: 1
                horizon: 100
                repetitions: 2
                report: [10, 100]
                testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.9}}, {Bernoulli: {p: 0.6}}]}}
                learners: {a: {Uniform: {}}}
                """;
        assertThatThrownBy(() -> new Overrides(null, null, 50L).in(read(yaml, Overrides.NONE)))
                .hasMessageStartingWith("--horizon: below a step of the file's report list: ");
        assertThatThrownBy(() -> new Overrides(null, 1, null).in(read(yaml + "trace: {runs: [1]}\n", Overrides.NONE)))
                .hasMessageStartingWith("--horizon, --repetitions: leave out what the file's trace asks for: ");
    }
}
