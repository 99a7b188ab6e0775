package kelvin.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import kelvin.contract.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExponentialTest implements ScheduleContract {
    @Override
    public List<Schedule> schedules() {
        return List.of(
                new Exponential(1, 0.05, 200),
                new Exponential(0.05, 1, 200),
                new Exponential(0.3, 0.3, 7),
                new Exponential(1, 0, Double.MIN_VALUE),
                new Exponential(1, 0, Double.MAX_VALUE),
                new Exponential(Double.MAX_VALUE, -Double.MAX_VALUE, 100));
    }

    @Test
    void theDistanceHalvesEveryHalfLife() {
        Exponential decay = new Exponential(1.0, 0.05, 200);
        assertThat(decay.at(1)).isEqualTo(1);
        assertThat(decay.at(201)).isCloseTo(0.525, within(1e-15));
        assertThat(decay.at(401)).isCloseTo(0.2875, within(1e-15));
    }

    @Test
    void theLimitIsNeverPassedAndFinallyMet() {
        Exponential decay = new Exponential(1.0, 0.05, 200);
        assertThat(decay.at(100_000)).isEqualTo(0.05);
        assertThat(decay.at(Long.MAX_VALUE)).isEqualTo(0.05);
    }

    @Test
    void aDecayToZeroKeepsItsRelativeAccuracy() {
        assertThat(new Exponential(1, 0, 1).at(1001)).isEqualTo(0x1p-1000);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NaN | 0 | 2 | start = NaN, must be finite",
                "0 | Infinity | 2 | end = Infinity, must be finite",
                "1 | 0 | 0 | halfLife = 0.0, must be finite and > 0",
                "1 | 0 | NaN | halfLife = NaN, must be finite and > 0",
                "1 | 0 | Infinity | halfLife = Infinity, must be finite and > 0"
            })
    void aMistakeIsNamed(double start, double end, double halfLife, String message) {
        assertThatThrownBy(() -> new Exponential(start, end, halfLife))
                .isInstanceOf(InvalidValue.class)
                .hasMessage(message);
    }
}
