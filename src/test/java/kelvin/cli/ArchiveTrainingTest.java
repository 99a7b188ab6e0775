package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import kelvin.cli.console.FailureMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTrainingTest {
    private static final String EXPERIMENT = "experiments/ten-armed-testbed.yaml";

    @Test
    void everyCommandSucceedsAndChartsAreDrawn(@TempDir Path folder) {
        assertThat(ArchiveTraining.run(EXPERIMENT, folder.toString())).isZero();
        assertThat(folder.resolve("ten-armed-testbed/report.html")).exists();
    }

    @Test
    void theCodeOfACommandThatFailsIsReturned(@TempDir Path folder) {
        assertThat(ArchiveTraining.run("experiments/none.yaml", folder.toString()))
                .isEqualTo(FailureMessage.BAD_INPUT);
    }
}
