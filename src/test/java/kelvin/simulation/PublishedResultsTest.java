package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kelvin.simulation.PublishedResults.Comparison;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The committed table of published figures is what is measured today, and every disagreement in it is explained. */
@Tag("long")
class PublishedResultsTest {
    private static final Path FRESH = Path.of("target/published");

    private static List<Comparison> comparisons = List.of();

    @BeforeAll
    static void measure() throws IOException {
        comparisons = PublishedResults.compare();
        PublishedPage.write(comparisons, FRESH);
    }

    @Test
    void theCommittedTableIsWhatIsMeasured() {
        for (String name : List.of("published.csv", "README.md")) {
            assertThat(FRESH.resolve(name)).hasSameTextualContentAs(PublishedResults.FOLDER.resolve(name));
        }
    }

    @Test
    void whatWasMeasuredElsewhereIsWhatKelvinMeasures() {
        assertThat(comparisons)
                .filteredOn(comparison -> !comparison.sentence())
                .hasSizeGreaterThan(80)
                .allMatch(Comparison::agrees);
    }

    /** Told the lengths of its stages and not the times of its restarts, MOSS would have come to 393. */
    @Test
    void anotherDoublingTrickWouldBeNoticed() {
        assertThat(comparisons)
                .filteredOn(comparison -> comparison.row().text("policy").contains("[MOSS-H]"))
                .singleElement()
                .satisfies(moss -> assertThat(Math.abs(moss.z(393))).isGreaterThan(PublishedResults.LIMIT));
    }
}
