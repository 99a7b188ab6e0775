package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandTest {
    @TempDir
    private Path folder;

    @Test
    void decisionsAreCountedAndTheRestIsCheckedToo() {
        Path good = folder.resolve("good.yaml");
        Kelvin.run("new", good);
        Kelvin answer = Kelvin.run("check", "nowhere.yaml", good);
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err().strip()).isEqualTo("kelvin: nowhere.yaml: there is no such file");
        assertThat(answer.out())
                .startsWith(good + ": 1,000,000 decisions = 5 learners × 200 repetitions × 1,000 steps; ")
                .contains(" threads");
    }
}
