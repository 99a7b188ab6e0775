package kelvin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PageCommandTest {
    private static final String BUILT = "kelvin.page";

    @TempDir
    private Path folder;

    @AfterEach
    void forget() {
        System.clearProperty(BUILT);
    }

    @Test
    void thePageOfTheLauncherIsWrittenWhereItIsWanted() throws IOException {
        System.setProperty(
                BUILT, Files.writeString(folder.resolve("built"), "<p>").toString());
        Path file = folder.resolve("deep/lecture.html");
        for (int time = 0; time < 2; time++) {
            assertThat(Kelvin.run("page", "--out", file))
                    .isEqualTo(new Kelvin(0, file + ": written; open it in a browser" + System.lineSeparator(), ""));
            assertThat(file).hasContent("<p>");
        }
    }

    @Test
    void aPageThatCannotBeWrittenIsAnError() {
        System.setProperty(BUILT, folder.resolve("gone").toString());
        Kelvin answer = Kelvin.run("page", "--out", folder.resolve("page.html"));
        assertThat(answer.code()).isEqualTo(1);
        assertThat(answer.err()).contains("page.html: the page cannot be written: ");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void withoutTheLauncherThereIsNoPage() {
        Kelvin answer = Kelvin.run("page");
        assertThat(answer.code()).isEqualTo(2);
        assertThat(answer.err()).contains("./kelvin page builds it");
    }
}
