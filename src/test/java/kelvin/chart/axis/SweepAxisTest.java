package kelvin.chart.axis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class SweepAxisTest {
    @Test
    void equalRatiosAreEquallyLongOverADecade() {
        SweepAxis axis = SweepAxis.of(new double[] {0.01, 1, 0.1});
        assertThat(axis.logarithmic()).isTrue();
        assertThat(axis.range().place(0.1)).isCloseTo(0.5, within(1e-12));
        assertThat(axis.range().place(0.1) - axis.range().place(0.01))
                .isCloseTo(axis.range().place(1) - axis.range().place(0.1), within(1e-12));
    }

    @Test
    void equalDifferencesAreEquallyLongBelowADecade() {
        SweepAxis axis = SweepAxis.of(new double[] {2, 4, 6});
        assertThat(axis.logarithmic()).isFalse();
        assertThat(axis.range().place(4)).isCloseTo(0.5, within(1e-12));
        assertThat(axis.range().place(2)).isBetween(0.0, 0.1);
    }
}
