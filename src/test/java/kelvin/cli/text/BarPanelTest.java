package kelvin.cli.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BarPanelTest {
    private static final double[] NUMBERS = {1, 0.5, 0.0125, 0.01, 0};

    /** A panel is 40 characters wide: a half is 20, half of a sign is rounded up, less is a full stop, nothing is nothing. */
    @Test
    void numberSignsAreRounded() {
        assertThat(BarPanel.text(List.of(BarPanel.of("p", NUMBERS)), false))
                .isEqualTo("action  p\n0       " + "#".repeat(40) + "\n1       " + "#".repeat(20)
                        + "\n2       #\n3       .\n4");
    }

    @Test
    void blocksAreRoundedToEighths() {
        assertThat(BarPanel.text(List.of(BarPanel.of("p", NUMBERS)), true))
                .isEqualTo("action  p\n0       " + "█".repeat(40) + "\n1       " + "█".repeat(20)
                        + "\n2       ▌\n3       ▍\n4");
        assertThat(BarPanel.text(List.of(BarPanel.of("p", new double[] {1e-300})), true))
                .endsWith("▏");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void panelsStandSideBySideWithinALine(int count) {
        List<BarPanel> panels = Collections.nCopies(count, BarPanel.of("p", new double[] {1}));
        String bars = BarPanel.text(panels, false).lines().skip(1).findFirst().orElseThrow();
        assertThat(bars.length()).isLessThanOrEqualTo(100);
        assertThat(bars.trim().split(" +")).hasSize(count + 1);
        assertThat(count < 3 || bars.length() > 100 - 3 * count).isTrue();
    }
}
