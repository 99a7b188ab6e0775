package kelvin.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kelvin.contract.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InverseCountTest implements ScheduleContract {
    @Override
    public List<Schedule> schedules() {
        return List.of(new InverseCount(1), new InverseCount(-Double.MAX_VALUE), new InverseCount(Double.MIN_VALUE));
    }

    @Test
    void theNumberIsTheStartOverTheCount() {
        InverseCount decay = new InverseCount(1);
        assertThat(decay.at(1)).isEqualTo(1);
        assertThat(decay.at(3)).isEqualTo(1.0 / 3);
        assertThat(decay.at(1L << 62)).isEqualTo(0x1p-62);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aStartThatIsNotFiniteIsRefused(double start) {
        assertThatThrownBy(() -> new InverseCount(start))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("start = " + start + ", must be finite");
    }
}
