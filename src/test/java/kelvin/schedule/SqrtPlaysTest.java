package kelvin.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kelvin.contract.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SqrtPlaysTest implements ScheduleContract {
    @Override
    public List<Schedule> schedules() {
        return List.of(new SqrtPlays(1), new SqrtPlays(-1e298), new SqrtPlays(Double.MIN_VALUE));
    }

    @Test
    void itGrowsWithTheSquareRootFromNothing() {
        SqrtPlays growth = new SqrtPlays(3);
        assertThat(growth.at(1)).isZero();
        assertThat(growth.at(2)).isEqualTo(3);
        assertThat(growth.at(5)).isEqualTo(6);
        assertThat(growth.at(1L << 62)).isEqualTo(3 * 0x1p31);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1.1e298, -1.1e298})
    void aScaleWhoseProductsMayOverflowIsRefused(double scale) {
        assertThatThrownBy(() -> new SqrtPlays(scale))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("scale = " + scale + ", must be finite and at most 1e298 in magnitude");
    }
}
