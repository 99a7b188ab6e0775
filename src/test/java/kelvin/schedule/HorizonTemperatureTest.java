package kelvin.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class HorizonTemperatureTest implements ScheduleContract {
    @Override
    public List<Schedule> schedules() {
        return List.of(new HorizonTemperature(2, 1), new HorizonTemperature(1000, Long.MAX_VALUE));
    }

    /** √(2 ln 10/(10·5000)) = √(ln 10/10)/50. */
    @Test
    void theNumberIsTunedToTheHorizon() {
        assertThat(new HorizonTemperature(10, 5000).at(1)).isCloseTo(0.47985259121880813 / 50, within(1e-16));
        assertThat(new HorizonTemperature(10, 5000).at(4999)).isEqualTo(new HorizonTemperature(10, 5000).at(1));
    }

    @Test
    void anEmptyHorizonIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HorizonTemperature(2, 0))
                .withMessage("horizon = 0, must be >= 1");
    }

    @Test
    void oneActionLeavesNothingToTune() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new HorizonTemperature(1, 5))
                .withMessage("actions = 1, must be >= 2");
    }
}
