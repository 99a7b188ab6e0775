package kelvin.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import kelvin.experiment.Catalog;
import kelvin.experiment.Experiment;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Overrides;
import kelvin.yaml.BadInput;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointFolderTest {
    private static final long[] WORDS = {1, -1, Long.MIN_VALUE};
    private static final String YAML = """
            question: Why?
            seed: 1
            horizon: 20
            repetitions: 3
            testbed: {FixedTestbed: {arms: [{Bernoulli: {p: 0.9}}, {Bernoulli: {p: 0.6}}]}}
            learners: {greedy: {Greedy: {}}}
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void save() throws IOException {
        try (CheckpointFolder saved = CheckpointFolder.open(folder, "code").of(experiment(YAML))) {
            saved.save("greedy", WORDS);
        }
    }

    private Experiment experiment(String yaml) throws IOException {
        Path file = Files.writeString(folder.resolve("x.yaml"), yaml);
        return ExperimentFile.read(file, new Catalog(), Overrides.NONE).experiment();
    }

    private long[] load(String yaml, String code) throws IOException {
        try (CheckpointFolder saved = CheckpointFolder.open(folder, code).of(experiment(yaml))) {
            return saved.load("greedy");
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve(".saved"))) {
            return files.filter(file -> file.toString().endsWith(".runs")).toList();
        }
    }

    @Test
    void whatWasSavedIsLoaded() throws IOException {
        assertThat(load(YAML, "code")).containsExactly(WORDS);
    }

    @ParameterizedTest
    @CsvSource({"repetitions: 3,repetitions: 30", "Why,What", "learners: {,'learners: {UCB1: {Ucb1: {}}, '"})
    void whatChangesNoNumbersDoesNotMatter(String before, String after) throws IOException {
        assertThat(load(YAML.replace(before, after), "code")).containsExactly(WORDS);
    }

    @ParameterizedTest
    @CsvSource({
        "seed: 1,seed: 2",
        "horizon: 20,horizon: 21",
        "p: 0.6,p: 0.7",
        "Greedy: {},Uniform: {}",
        "repetitions: 3,'repetitions: 3\nreport: 5'",
        "repetitions: 3,'repetitions: 3\ntrace: {steps: 3}'"
    })
    void whatChangesNumbersFindsNothing(String before, String after) throws IOException {
        assertThat(load(YAML.replace(before, after.replace("\\n", "\n")), "code"))
                .isEmpty();
    }

    @Test
    void otherCodeFindsNothing() throws IOException {
        assertThat(load(YAML, "other")).isEmpty();
        assertThat(new Catalog().code()).isEqualTo(new Catalog().code()).hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 7, 8, 15, 16, 30, 39})
    void aDamagedByteCountsAsAbsent(int place) throws IOException {
        byte[] bytes = Files.readAllBytes(files().get(0));
        bytes[place]++;
        Files.write(files().get(0), bytes);
        assertThat(load(YAML, "code")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 16, 32, 39})
    void aFileCutShortCountsAsAbsent(int length) throws IOException {
        Files.write(files().get(0), Arrays.copyOf(Files.readAllBytes(files().get(0)), length));
        assertThat(load(YAML, "code")).isEmpty();
    }

    @Test
    void onlyOneMayWrite() throws IOException {
        try (CheckpointFolder first = CheckpointFolder.open(folder, "code")) {
            assertThatThrownBy(() -> CheckpointFolder.open(folder, "code"))
                    .isInstanceOf(BadInput.class)
                    .hasMessage(folder + ": another run is writing there, process "
                            + ProcessHandle.current().pid()
                            + "; wait until it has ended, or give --results another folder");
            first.finish();
        }
        CheckpointFolder.open(folder, "code").close();
    }

    @Test
    void whatResultsDidNotComeFromIsRemoved() throws IOException {
        try (CheckpointFolder saved =
                CheckpointFolder.open(folder, "code").of(experiment(YAML.replace("seed: 1", "seed: 2")))) {
            saved.save("greedy", new long[] {4});
            saved.finish();
        }
        assertThat(files()).hasSize(1);
        assertThat(load(YAML, "code")).isEmpty();
    }

    @Test
    void playingAfreshForgetsWhatIsFinishedOnly() throws IOException {
        try (CheckpointFolder saved = CheckpointFolder.open(folder, "code").of(experiment(YAML))) {
            saved.begin(experiment(YAML), true);
            assertThat(saved.load("greedy")).containsExactly(WORDS);
            saved.finish();
            saved.begin(experiment(YAML), true);
            assertThat(saved.load("greedy")).isEmpty();
        }
    }

    @Test
    void versionControlIsToldToLeaveItOut() {
        assertThat(folder.resolve(".saved/.gitignore")).hasContent("*");
    }
}
