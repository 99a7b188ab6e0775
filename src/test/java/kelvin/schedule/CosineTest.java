package kelvin.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import kelvin.contract.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CosineTest implements ScheduleContract {
    @Override
    public List<Schedule> schedules() {
        return List.of(
                new Cosine(1, 0.1, 10),
                new Cosine(0.1, 1, 1000),
                new Cosine(0.3, 0.3, 399),
                new Cosine(-1, 2, 2),
                new Cosine(Double.MAX_VALUE, -Double.MAX_VALUE, 1000),
                new Cosine(1, 0, Long.MAX_VALUE));
    }

    @Test
    void bothEndsAreReachedExactly() {
        Cosine wave = new Cosine(1, 0.1, 10);
        assertThat(wave.at(1)).isEqualTo(1);
        assertThat(wave.at(10)).isEqualTo(0.1);
        assertThat(wave.at(11)).isEqualTo(0.1);
        assertThat(wave.at(Long.MAX_VALUE)).isEqualTo(0.1);
    }

    /** cos(0), cos(π/3), cos(π/2), cos(2π/3) and cos(π) are 1, 1/2, 0, −1/2 and −1. */
    @Test
    void aThirdOfTheWayIsAQuarterOfTheFall() {
        Cosine wave = new Cosine(4, 0, 7);
        double[] numbers = {wave.at(1), wave.at(3), wave.at(4), wave.at(5), wave.at(7)};
        assertThat(numbers).containsExactly(new double[] {4, 3, 2, 1, 0}, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Infinity | 0 | 2 | start = Infinity, must be finite",
                "0 | NaN | 2 | end = NaN, must be finite",
                "1 | 0 | 1 | steps = 1, must be >= 2"
            })
    void aMistakeIsNamed(double start, double end, long steps, String message) {
        assertThatThrownBy(() -> new Cosine(start, end, steps))
                .isInstanceOf(InvalidValue.class)
                .hasMessage(message);
    }
}
