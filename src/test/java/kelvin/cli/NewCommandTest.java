package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewCommandTest {
    @TempDir
    private Path folder;

    @Test
    void theStarterIsAnExperimentThatChecks() {
        assertThat(Kelvin.run("new", folder.resolve("deep/mine")).code()).isZero();
        assertThat(Kelvin.run("check", folder.resolve("deep/mine.yaml")).out()).contains("decisions = ");
    }

    @Test
    void anExistingFileIsKept() throws IOException {
        Path file = Files.writeString(folder.resolve("mine.yaml"), "mine");
        Kelvin answer = Kelvin.run("new", file);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err().strip()).isEqualTo("kelvin: " + file + ": exists already and is not overwritten");
        assertThat(file).hasContent("mine");
    }
}
