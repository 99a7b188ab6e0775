package kelvin.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The pages show the times in {@code results/speed}, and every file there is shown or linked. */
class SpeedPagesTest {
    static List<Path> pages() throws IOException {
        return SpeedPages.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void theTablesShowTheCommittedTimes(Path page) throws IOException {
        List<String> lines = Files.readAllLines(page);
        assertThat(SpeedPages.rewritten(lines)).isEqualTo(lines);
    }

    @Test
    void aTableIsReplacedByItsFile() {
        List<String> page = List.of(
                "Before.", "<!-- results/speed/probabilities.csv: actions -->", "| stale |", "<!-- end -->", "After.");
        assertThat(SpeedPages.rewritten(page))
                .startsWith("Before.", page.get(1), "| actions |", "|---|", "| 10 |")
                .contains("| 1 000 000 |")
                .doesNotContain("| stale |")
                .endsWith("<!-- end -->", "After.");
        assertThatThrownBy(() -> SpeedPages.rewritten(page.subList(0, 3))).hasMessageContaining("<!-- end -->");
    }

    @Test
    void everyFileIsUsedByAPage() throws IOException {
        StringBuilder pages = new StringBuilder();
        for (Path page : SpeedPages.all()) {
            pages.append(Files.readString(page));
        }
        try (Stream<Path> files = Files.list(Path.of("results", "speed"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> !name.endsWith(".svg")))
                    .hasSizeGreaterThan(5)
                    .allSatisfy(name -> assertThat(pages).contains(name));
        }
    }
}
