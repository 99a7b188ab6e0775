package kelvin.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kelvin.contract.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstantTest implements ScheduleContract {
    @Override
    public List<Schedule> schedules() {
        return List.of(new Constant(0.5), new Constant(0), new Constant(-Double.MAX_VALUE));
    }

    @Test
    void theNumberIsTheSameAtEveryStep() {
        assertThat(new Constant(0.3).at(1)).isEqualTo(0.3);
        assertThat(new Constant(0.3).at(Long.MAX_VALUE)).isEqualTo(0.3);
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aNumberThatIsNotFiniteIsRefused(double value) {
        assertThatThrownBy(() -> new Constant(value))
                .isInstanceOf(InvalidValue.class)
                .hasMessage("value = " + value + ", must be finite");
    }
}
