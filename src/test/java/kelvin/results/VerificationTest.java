package kelvin.results;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kelvin.experiment.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results are compared with what playing again gives; the command is tested apart. */
class VerificationTest extends SmallResults {
    private Verification verification() {
        return Verification.of(folder, new Catalog());
    }

    private List<String> differences() {
        return verification().differences(1, n -> {}, () -> false);
    }

    private void play(String yaml) throws IOException {
        file = read(yaml);
        results = file.experiment().play(1, n -> {});
        write();
    }

    private void edit(String name, String pattern, String by) throws IOException {
        Path path = folder.path().resolve(name);
        String text = Files.readString(path);
        assertThat(text).containsPattern(pattern);
        Files.writeString(path, text.replaceFirst(pattern, by));
    }

    @Test
    void aDifferenceInTheFirstByteIsFound() throws IOException {
        write();
        assertThat(differences()).isEmpty();
        edit("curves.csv", "^l", "L");
        assertThat(differences())
                .containsExactly(folder.path().resolve("curves.csv")
                        + ":1: found Learner,metric,step,mean,standard_error,repetitions, played again"
                        + " learner,metric,step,mean,standard_error,repetitions");
    }

    /** A value that changes no number is found by the checksum of all values. */
    @Test
    void anEditedQuestionIsFound() throws IOException {
        write();
        edit("manifest.json", "and why", "and how");
        String changed = folder.path().resolve("manifest.json") + ": has changed since Kelvin wrote it";
        assertThat(differences()).containsExactly(changed);
        assertThat(verification().sampled(1, 1)).containsExactly(changed);
    }

    @Test
    void whereElseItWasPlayedIsSaid() throws IOException {
        write();
        assertThat(verification().elsewhere()).isEmpty();
        edit("manifest.json", "\"java\": \"[^\"]*", "\"java\": \"1.4");
        assertThat(verification().elsewhere())
                .contains("written by java 1.4, here " + Build.facts().get("java"));
    }

    /** Files that there were not at first are missed only where the manifest has them. */
    @Test
    void resultsOlderThanAFileAreNotToHaveIt() throws IOException {
        play(YAML.replace("horizon: 20", "horizon: 400").replace("report: [1, 5]\n", ""));
        assertThat(names()).contains("spans.csv");
        Path spans = folder.path().resolve("spans.csv");
        String text = Files.readString(spans);
        edit("manifest.json", "\"spans.csv\": \"[0-9a-f]+\",", "");
        assertThat(differences()).hasSize(1).allMatch(line -> line.endsWith("has no checksum of spans.csv"));
        Files.delete(spans);
        assertThat(differences()).isEmpty();
        write();
        Files.delete(spans);
        assertThat(differences()).isEmpty();
        Files.writeString(spans, text.replaceFirst("\n.*", "\n"));
        assertThat(differences()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 8, 9, 16})
    void everyBlockOfASampleIsOneThatWasPlayed(int repetitions) throws IOException {
        play(YAML.replace("repetitions: 3", "repetitions: " + repetitions));
        assertThat(verification().sampled(12, 1)).isEmpty();
        edit("runs.csv", "(UCB1," + (repetitions - 1) + ",regret,)[^\n]*", "$1" + "0.123");
        assertThat(verification().sampled(12, 1))
                .hasSizeGreaterThan(1)
                .anyMatch(line -> line.contains(" to " + (repetitions - 1) + ": regret is not what is played again"));
    }

    @Test
    void aSampleOfResultsThatLackAFileIsRefused() throws IOException {
        write();
        Files.delete(folder.path().resolve("curves.csv"));
        assertThatThrownBy(() -> verification().sampled(1, 1))
                .hasMessage(folder.path()
                        + ": has no curves.csv, only its checksum; run the experiment to have all data files");
    }

    @Test
    void anotherFormatIsRefused() throws IOException {
        write();
        edit("manifest.json", "\"format\": 1", "\"format\": 2");
        assertThatThrownBy(this::verification)
                .hasMessage(folder.path() + ": was written by another version of Kelvin, in format 2 instead of 1");
    }
}
