package kelvin.model.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StandardiserTest {
    private static double[] encoded(DataTable table, int row) {
        FeatureMap map = new FeatureMap(new Standardised("x"));
        return table.encoded(map, Set.of(), 2).contexts().get(row).numbers();
    }

    /** Sizes whose squares are infinite or 0 would all be the feature 0. */
    @Test
    void numbersWithoutASquareAreNotStandardised() {
        DataTable huge = new DataTable(List.of("x", "1e160", "2e160", "3e160"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoded(huge, 0))
                .withMessageContaining("1.0E160, must be at most 5.2e151 in size");
        DataTable tiny = new DataTable(List.of("x", "1e-300", "2e-300", "3e-300"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> encoded(tiny, 0))
                .withMessageContaining(
                        "x = a standard deviation below 1e-140, of numbers that differ, must be at least 1e-140");
        DataTable constant = new DataTable(List.of("x", "1e-300", "1e-300", "1e-300"));
        assertThat(encoded(constant, 0)).containsExactly(0);
        DataTable small = new DataTable(List.of("x", "1e-130", "3e-130"));
        assertThat(encoded(small, 1)[0]).isCloseTo(1, within(1e-12));
    }
}
