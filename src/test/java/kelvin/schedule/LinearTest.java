package kelvin.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import kelvin.contract.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearTest implements ScheduleContract {
    @Override
    public List<Schedule> schedules() {
        return List.of(
                new Linear(1, 0.1, 10),
                new Linear(0.1, 1, 1000),
                new Linear(0.3, 0.3, 399),
                new Linear(1, 0.9999999999999999, 399),
                new Linear(-1, 2, 2),
                new Linear(Double.MAX_VALUE, -Double.MAX_VALUE, 1000),
                new Linear(Double.MAX_VALUE, Double.MAX_VALUE, 999),
                new Linear(1, 0, Long.MAX_VALUE));
    }

    /** A published ε-schedule from 1 to 0.1 in 10 steps stopped at 0.19: its last step was never reached. */
    @Test
    void bothEndsAreReachedExactly() {
        Linear line = new Linear(1, 0.1, 10);
        assertThat(line.at(1)).isEqualTo(1);
        assertThat(line.at(9)).isEqualTo(0.2);
        assertThat(line.at(10)).isEqualTo(0.1);
        assertThat(line.at(11)).isEqualTo(0.1);
        assertThat(line.at(Long.MAX_VALUE)).isEqualTo(0.1);
    }

    @Test
    void theLineIsStraight() {
        Linear line = new Linear(2, 4, 5);
        assertThat(new double[] {line.at(1), line.at(2), line.at(3), line.at(4), line.at(5)})
                .containsExactly(2, 2.5, 3, 3.5, 4);
    }

    @Test
    void theStepBeforeZeroIsCorrectlyRounded() {
        assertThat(new Linear(1, 0, 10).at(9)).isEqualTo(1.0 / 9);
    }

    @ParameterizedTest
    @CsvSource({"0.3, 0.3, 399", "1, 0.9999999999999999, 399", "0.1, 0.7, 1000", "-0.7, -0.1, 777"})
    void noStepLeavesTheInterval(double start, double end, long steps) {
        Linear line = new Linear(start, end, steps);
        for (long step = 1; step <= steps; step++) {
            assertThat(line.at(step)).isBetween(Math.min(start, end), Math.max(start, end));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NaN | 0 | 2 | start = NaN, must be finite",
                "0 | -Infinity | 2 | end = -Infinity, must be finite",
                "1 | 0 | 1 | steps = 1, must be >= 2"
            })
    void aMistakeIsNamed(double start, double end, long steps, String message) {
        assertThatThrownBy(() -> new Linear(start, end, steps))
                .isInstanceOf(InvalidValue.class)
                .hasMessage(message);
    }
}
