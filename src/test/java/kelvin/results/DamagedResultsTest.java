package kelvin.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kelvin.experiment.Overrides;
import kelvin.results.ResultsFolder.State;
import kelvin.yaml.BadInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results that are damaged, incomplete or cannot be written: each is named, and nothing that is there is lost. */
class DamagedResultsTest extends SmallResults {
    @Test
    void aDamagedFileIsNamedAndNotDrawn() throws IOException {
        write();
        Files.writeString(folder.path().resolve("runs.csv"), text("runs.csv").replace("regret,0", "regret,1"));
        String problem = folder.path().resolve("runs.csv") + ": has changed since Kelvin wrote it";
        assertThat(folder.state(file.experiment())).isEqualTo(State.DAMAGED);
        assertThatThrownBy(() -> folder.finished(file.experiment(), false)).hasMessageStartingWith(problem);
        assertThatThrownBy(folder::read).hasMessageStartingWith(problem);
        assertThat(folder.finished(file.experiment(), true)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"seed: 1", "# a comment\nseed: 1"})
    void anExperimentThatWasEditedBesideItsResultsIsNamedAndNotReported(String by) throws IOException {
        write();
        Files.writeString(folder.path().resolve("experiment.yaml"), YAML.replace("question: W", by + "\nquestion: W"));
        String problem = folder.path().resolve("experiment.yaml") + ": has changed since Kelvin wrote it";
        assertThat(folder.state(file.experiment())).isEqualTo(State.DAMAGED);
        assertThatThrownBy(() -> folder.finished(file.experiment(), false))
                .hasMessage(problem + "; --force writes it again");
        assertThatThrownBy(folder::read).hasMessage(problem + "; kelvin run --force writes it again");
    }

    /** With any byte changed the manifest is either read or refused with the way out. */
    @Test
    void aDamagedManifestIsSaidAndForceWritesItAgain() throws IOException {
        write();
        Path manifest = folder.path().resolve("manifest.json");
        byte[] whole = Files.readAllBytes(manifest);
        for (int place = 0; place < whole.length; place += 29) {
            byte[] damaged = whole.clone();
            damaged[place] = (byte) (damaged[place] ^ 1 << place % 8);
            Files.write(manifest, damaged);
            if (folder.state(file.experiment()) == State.DAMAGED) {
                assertThatThrownBy(() -> folder.finished(file.experiment(), false))
                        .isInstanceOf(BadInput.class)
                        .hasMessageStartingWith(folder.path().toString())
                        .hasMessageEndingWith("; --force writes it again")
                        .hasMessageNotContaining("Exception");
            }
            assertThat(folder.finished(file.experiment(), true)).isEmpty();
        }
        write();
        assertThat(folder.state(file.experiment())).isEqualTo(State.EQUAL);
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
        assertThat(folder.finished(file.experiment(), false)).isEmpty();
        assertThatThrownBy(folder::read)
                .hasMessage(folder.path()
                        + (name.equals("manifest.json")
                                ? ": is incomplete, there is no manifest.json; run the experiment again"
                                : ": has no " + name
                                        + ", only its checksum; run the experiment to have all data files"));
    }

    @Test
    void resultsOfOtherValuesThatLackAFileAreNotOverwritten() throws IOException {
        write();
        Files.delete(folder.path().resolve("curves.csv"));
        assertThat(folder.state(new Overrides(2L, null, null).in(file.experiment())))
                .isEqualTo(State.OTHER);
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
        assertThatThrownBy(() -> folder.finished(file.experiment(), true))
                .isInstanceOf(BadInput.class)
                .hasMessage(folder.path() + ": is a file, must be a folder or absent");
        assertThatThrownBy(folder::read).hasMessage(folder.path() + ": is a file, must be a results folder");
    }

    @Test
    void aFileInPlaceOfAllResultsIsReportedBeforePlaying() throws IOException {
        Files.writeString(temporary.resolve("results"), "");
        assertThatThrownBy(() -> folder.finished(file.experiment(), false))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(folder.path() + ": cannot be written: ");
    }
}
