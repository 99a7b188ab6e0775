package kelvin.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kelvin.contract.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InverseSqrtTest implements ScheduleContract {
    @Override
    public List<Schedule> schedules() {
        return List.of(new InverseSqrt(1), new InverseSqrt(-Double.MAX_VALUE), new InverseSqrt(Double.MIN_VALUE));
    }

    @Test
    void aHundredStepsMakeATenth() {
        InverseSqrt decay = new InverseSqrt(3);
        assertThat(decay.at(1)).isEqualTo(3);
        assertThat(decay.at(4)).isEqualTo(1.5);
        assertThat(decay.at(100)).isEqualTo(0.3);
        assertThat(decay.at(1L << 62)).isEqualTo(3 * 0x1p-31);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aStartThatIsNotFiniteIsRefused(double start) {
        assertThatThrownBy(() -> new InverseSqrt(start))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("start = " + start + ", must be finite");
    }
}
