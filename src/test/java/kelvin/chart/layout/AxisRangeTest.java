package kelvin.chart.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class AxisRangeTest {
    @Test
    void wholeDecadesHoldAllNumbersAndAreAtLeastOne() {
        assertThat(AxisRange.decades(0.03, 40)).isEqualTo(new AxisRange(0.01, 100, true));
        assertThat(AxisRange.decades(2, 3)).isEqualTo(new AxisRange(1, 10, true));
        assertThat(AxisRange.decades(1, 1)).isEqualTo(new AxisRange(1, 10, true));
        assertThat(AxisRange.decades(0.1, 1000)).isEqualTo(new AxisRange(0.1, 1000, true));
    }

    @Test
    void ratiosHaveSomeAirAndNumbersOfOneSizeTwiceTheirEnds() {
        AxisRange wide = AxisRange.ratios(1, 1000);
        assertThat(wide.low() * wide.high()).isCloseTo(1000, within(1e-9));
        assertThat(wide.high()).isBetween(1100.0, 1300.0);
        assertThat(AxisRange.ratios(10, 11)).isEqualTo(new AxisRange(5, 22, true));
        assertThat(AxisRange.ratios(10, 12).high()).isLessThan(12.5);
    }

    @Test
    void aPlaceIsAShareOfTheLength() {
        AxisRange linear = AxisRange.linear(-1, 3);
        assertThat(linear.place(-1)).isZero();
        assertThat(linear.place(0)).isEqualTo(0.25);
        assertThat(linear.place(3)).isEqualTo(1);
        AxisRange decades = AxisRange.decades(0.1, 100);
        assertThat(decades.place(0.1)).isZero();
        assertThat(decades.place(1)).isCloseTo(1 / 3.0, within(1e-15));
        assertThat(decades.place(100)).isEqualTo(1);
    }
}
