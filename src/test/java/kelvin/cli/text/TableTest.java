package kelvin.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableTest {
    @Test
    void theFirstColumnIsLeftAlignedTheOthersRight() {
        Table table = new Table(List.of("name", "x"));
        table.row(List.of("ε", "1"));
        table.row(List.of("greedy", "-10"));
        assertThat(table).hasToString("name      x\nε         1\ngreedy  -10");
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0.0, 0",
        "0.25, 0.250000",
        "-1234567.5, -1234567.500000",
        "1e-5, 1.0000e-05",
        "1e300, 1.0000e+300",
        "-Infinity, -∞"
    })
    void numbersAreShortAndNeverSilentlyZero(double x, String text) {
        assertThat(Table.number(x)).isEqualTo(text);
    }
}
