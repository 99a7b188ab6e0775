package kelvin.results;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChartFilesTest {
    @TempDir
    private Path folder;

    private ResultsFolder results;

    @BeforeEach
    void draw() throws IOException {
        ImageIO.write(
                new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB),
                "png",
                folder.resolve("regret.png").toFile());
        Files.writeString(folder.resolve("regret.svg"), "<svg><g/></svg>\n");
        Files.writeString(folder.resolve("report.html"), "<!DOCTYPE html><html>…</html>\n");
        results = new ResultsFolder(folder);
    }

    @Test
    void whatIsThereToTheEndIsWhole() {
        assertThat(results.hasChart("regret")).isTrue();
        assertThat(results.hasReport()).isTrue();
        assertThat(results.hasChart("reward")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"regret.png", "regret.svg", "report.html"})
    void whatIsMissingOrCutShortIsNotWhole(String name) throws IOException {
        byte[] whole = Files.readAllBytes(folder.resolve(name));
        for (int length = 0; length < whole.length - 1; length++) {
            Files.write(folder.resolve(name), Arrays.copyOf(whole, length));
            assertThat(results.hasChart("regret") && results.hasReport()).isFalse();
        }
        Files.delete(folder.resolve(name));
        assertThat(results.hasChart("regret") && results.hasReport()).isFalse();
    }

    @Test
    void whatWasBeingWrittenIsRemovedAndOtherPeoplesFilesStay() throws IOException {
        for (String name :
                new String[] {".regret.png.partial", ".report.html.partial", ".partial-summary.csv.partial"}) {
            Files.writeString(folder.resolve(name), "half");
        }
        Files.writeString(folder.resolve(".mine.png.partial"), "mine");
        assertThat(results.hasUnfinished()).isTrue();
        results.clearUnfinished();
        assertThat(results.hasUnfinished()).isFalse();
        assertThat(folder)
                .isDirectoryNotContaining("glob:**.regret.png.partial")
                .isDirectoryNotContaining("glob:**.report.html.partial")
                .isDirectoryContaining("glob:**.mine.png.partial");
    }
}
