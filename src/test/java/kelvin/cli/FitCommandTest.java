package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FitCommandTest {
    private static final Path CHOICES = Path.of("src/test/resources/reference/choices.csv");

    @TempDir
    private Path folder;

    @Test
    void modelsAreComparedAndRecoveryIsDrawn() {
        Kelvin answer = Kelvin.run("fit", CHOICES, "--recover", 3, "--results", folder);
        assertThat(answer.err()).isEmpty();
        assertThat(answer.out())
                .contains("400 choices of 1 subject\n")
                .containsPattern("temperature, learning rate, stickiness +-271\\.4005")
                .contains("best by BIC: temperature, learning rate, stickiness; parameters ± standard errors")
                .containsPattern("all +0\\.3127\\d\\d ± 0\\.0\\d+ +0\\.288");
        assertThat(folder.resolve("choices/recovery.png")).exists();
    }

    @Test
    void subjectsAreFittedOneByOne() throws IOException {
        StringBuilder csv = new StringBuilder("subject,choice,reward\n");
        Files.readAllLines(CHOICES).stream()
                .skip(1)
                .limit(60)
                .forEach(line -> csv.append("ann," + line + "\nbob," + line + "\n"));
        Path file = Files.writeString(folder.resolve("two.csv"), csv);
        Kelvin answer = Kelvin.run("fit", file, "--recover", 0);
        assertThat(answer.out()).contains("120 choices of 2 subjects").containsPattern("(?s)\nann .*\nbob ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "choice,reward;0,1;x,1 | c.csv:3: choice: found 'x', must be a whole number",
                "choice,reward;-1,1    | c.csv:2: choice: found -1, must be 0 or more",
                "choise,reward;0,1     | c.csv:1: found no column 'choice', did you mean 'choise'? Columns: choise, reward",
                "choice,reward         | c.csv: found no choice, must hold at least one"
            })
    void aMistakeIsReportedWithItsPlace(String csv, String problem) throws IOException {
        Path file = Files.writeString(folder.resolve("c.csv"), csv.replace(';', '\n') + "\n");
        Kelvin answer = Kelvin.run("fit", file);
        assertThat(answer.err()).isEqualTo("kelvin: " + folder + "/" + problem + "\n");
    }
}
