package kelvin.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.IntStream;
import kelvin.chart.style.ChartOptions;
import kelvin.experiment.Catalog;
import kelvin.experiment.Experiment;
import kelvin.experiment.ExperimentFile;
import kelvin.results.ResultsFolder.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Folders that are neither whole nor empty: what may be written again unasked, and what may not. */
class FolderStateTest extends SmallResults {
    private void editManifest(String pattern, String by) throws IOException {
        Path manifest = folder.path().resolve("manifest.json");
        String text = Files.readString(manifest);
        assertThat(text).containsPattern(pattern);
        Files.writeString(manifest, text.replaceFirst(pattern, by));
    }

    private Experiment experiment(String before, String after) throws IOException {
        return read(YAML.replace(before, after)).experiment();
    }

    /** Whole data files beside a manifest that says nothing, or something else, are not replaced unasked. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\{ | {] | : not YAML: ",
                "\"horizon\": 20 | \"horizon\": 30 | : has changed since Kelvin wrote it"
            })
    void aDamagedManifestBesideWholeFilesIsDamage(String pattern, String by, String message) throws IOException {
        write();
        editManifest(pattern, by);
        assertThat(folder.state(file.experiment())).isEqualTo(State.DAMAGED);
        assertThatThrownBy(() -> folder.finished(file.experiment(), false))
                .hasMessageContaining("manifest.json")
                .hasMessageContaining(message.strip());
        assertThatThrownBy(folder::read)
                .hasMessageContaining(message.strip())
                .hasMessageEndingWith("; kelvin run --force writes it again");
        Files.delete(folder.path().resolve("curves.csv"));
        assertThat(folder.state(file.experiment())).isEqualTo(State.INCOMPLETE);
        assertThat(folder.finished(file.experiment(), false)).isEmpty();
    }

    @Test
    void whatIsAbsentWithoutAChecksumIsIncompleteWhateverWasPlayed() throws IOException {
        write();
        Files.delete(folder.path().resolve("curves.csv"));
        Experiment other = experiment("seed: 1", "seed: 2");
        assertThat(folder.state(other)).isEqualTo(State.OTHER);
        editManifest("\"curves.csv\": \"[0-9a-f]+\",", "");
        assertThat(folder.look(other).state()).isEqualTo(State.INCOMPLETE);
        assertThat(folder.look(other).changes()).isEmpty();
        assertThat(folder.look(file.experiment()).changes()).isPresent();
        assertThatThrownBy(folder::stored)
                .hasMessage(folder.path() + ": is incomplete, there is no curves.csv; run the experiment again");
    }

    /** Then rows that fewer learners would have are not among those that are stored. */
    @Test
    void fewerLearnersAreNotTakenFromResultsThatLeftOutMore() throws IOException {
        write();
        Experiment fewer = experiment("  UCB1: {Ucb1: {}}\n", "");
        assertThat(folder.state(fewer)).isEqualTo(State.REWORDED);
        editManifest("\"left_out\": \\[\\s*\\]", "\"left_out\": [\"selections.csv has the 1 best of 2 arms\"]");
        assertThat(folder.state(fewer)).isEqualTo(State.EXTENSIBLE);
    }

    @Test
    void aFolderOfResultsFoldersIsNoneItself() throws IOException {
        write();
        Path root = temporary.resolve("results");
        ResultsFolder above = new ResultsFolder(root);
        String holds = root + ": holds results folders, must be one of them, or " + root.resolve("*") + " for all: ";
        Files.createDirectories(root.resolve("a"));
        assertThatThrownBy(above::stored).hasMessage(holds + "x");
        for (int i = 0; i < 5; i++) {
            Files.createDirectories(root.resolve("f" + i));
            Files.writeString(root.resolve("f" + i).resolve("manifest.json"), "{}");
        }
        assertThatThrownBy(above::stored).hasMessage(holds + "f0, f1, f2, f3, f4 and 1 more");
        Files.delete(root.resolve("f4/manifest.json"));
        assertThatThrownBy(above::stored).hasMessage(holds + "f0, f1, f2, f3, x");
        assertThatThrownBy(new ResultsFolder(root.resolve("a"))::stored)
                .hasMessage(root.resolve("a") + ": is no results folder, there is no manifest.json");
    }

    /** Of optional files too, those that are in place already stay when the rest follows: here the first that is moved. */
    @Test
    void whatWasCutShortInTheMiddleIsFinishedByTheNextCommand() throws IOException {
        file = read(YAML.replaceFirst(
                                "\\{FixedTestbed.*",
                                "{LinearContexts: {arms: 2, shared: 1, noise: 1, weights: [[1], [2]]}}")
                        .replace("{Ucb1: {}}", "{ContextualGradient: {stepSize: 0.1}}")
                + "trace: {steps: 3}\n");
        results = file.experiment().play(1, n -> {});
        Path obstacle = Files.createDirectories(folder.path().resolve("curves.csv/in the way"));
        assertThatThrownBy(this::write).isInstanceOf(UncheckedIOException.class);
        assertThat(folder.state(file.experiment())).isEqualTo(State.INCOMPLETE);
        Files.delete(obstacle);
        Files.delete(obstacle.getParent());
        folder.reserve(new Catalog()).close();
        assertThat(folder.state(file.experiment())).isEqualTo(State.EQUAL);
        assertThat(folder.read().contexts().coefficients()).isNotEmpty();
        assertThat(folder.path().resolve(".ready")).doesNotExist();
    }

    @Test
    void whatWasLeftReadyIsReplacedByNewResults() throws IOException {
        Path obstacle = Files.createDirectories(folder.path().resolve("summary.csv/in the way"));
        assertThatThrownBy(this::write).isInstanceOf(UncheckedIOException.class);
        Files.delete(obstacle);
        Files.delete(obstacle.getParent());
        write();
        assertThat(folder.state(file.experiment())).isEqualTo(State.EQUAL);
    }

    @Test
    void whatCannotBeWrittenLeavesNothingBehind() throws IOException {
        write();
        String before = text("manifest.json");
        assertThatThrownBy(() -> folder.write(
                        file,
                        staged -> {
                            Files.writeString(staged.resolve("curves.csv"), "half");
                            throw new IOException("full");
                        },
                        sums -> ""))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage(folder.path() + ": cannot be written: full");
        assertThat(names()).hasSize(9).doesNotContain(".staged");
        assertThat(text("manifest.json")).isEqualTo(before);
        assertThat(folder.state(file.experiment())).isEqualTo(State.EQUAL);
    }

    @Test
    void whatIsWrittenIsWhatIsStored() throws IOException {
        StoredResults written = folder.write(file, results, new Effort(Duration.ofSeconds(2), 1));
        assertThat(written.folder()).isEqualTo(folder.path());
        assertThat(written.manifest()).isEqualTo(folder.stored().manifest());
        assertThat(text("manifest.json")).contains("\"decisions\": " + 20 * 3 * 2);
        assertThat(written.values().get("seed")).isEqualTo(1);
        assertThat(written.versions()).containsKeys("kelvin", "java").doesNotContainKey("os");
        assertThat(written.chart()).isEqualTo(ChartOptions.NONE);
        ExperimentFile drawn = read(YAML + "chart: {style: paper}\n");
        folder.write(drawn, results, new Effort(Duration.ZERO, 0));
        assertThat(folder.stored().chart()).isNotEqualTo(ChartOptions.NONE);
    }

    @Test
    void nobodyWritesWhileAnOperationHasTheFolderAlone() throws IOException {
        write();
        int[] ran = new int[1];
        folder.alone(() -> {
            ran[0]++;
            assertThatThrownBy(() -> folder.reserve(new Catalog()))
                    .hasMessageContaining("another run is writing there");
        });
        folder.reserve(new Catalog()).close();
        assertThat(IntStream.of(ran).sum()).isEqualTo(1);
    }
}
