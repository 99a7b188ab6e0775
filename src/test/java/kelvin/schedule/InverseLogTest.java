package kelvin.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import kelvin.contract.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InverseLogTest implements ScheduleContract {
    @Override
    public List<Schedule> schedules() {
        return List.of(new InverseLog(1), new InverseLog(-1.246e308), new InverseLog(Double.MIN_VALUE));
    }

    /** 1/ln 2, 1/ln 3 and 1/(63 ln 2) to 17 digits. */
    @Test
    void theNumberIsTheStartOverTheLogarithm() {
        assertThat(new InverseLog(1).at(1)).isCloseTo(1.4426950408889634, within(4e-16));
        assertThat(new InverseLog(1).at(2)).isCloseTo(0.91023922662683739, within(4e-16));
        assertThat(new InverseLog(1).at(Long.MAX_VALUE)).isCloseTo(0.022899921283951801, within(1e-17));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NaN | start = NaN, must be finite",
                "-Infinity | start = -Infinity, must be finite",
                "1.3e308 | start = 1.3E308, must be at most 1.246e308 in size"
            })
    void aMistakeIsNamed(double start, String message) {
        assertThatThrownBy(() -> new InverseLog(start))
                .isInstanceOf(InvalidValue.class)
                .hasMessage(message);
    }
}
