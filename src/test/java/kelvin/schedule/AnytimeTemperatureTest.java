package kelvin.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnytimeTemperatureTest implements ScheduleContract {
    @Override
    public List<Schedule> schedules() {
        return List.of(new AnytimeTemperature(2), new AnytimeTemperature(Integer.MAX_VALUE));
    }

    /** √(ln 10/10) to 17 digits. */
    @Test
    void theNumberFallsWithTheRootOfTheStep() {
        assertThat(new AnytimeTemperature(10).at(1)).isCloseTo(0.47985259121880813, within(1e-16));
        assertThat(new AnytimeTemperature(10).at(4)).isCloseTo(0.47985259121880813 / 2, within(1e-16));
    }

    @Test
    void aSingleActionIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new AnytimeTemperature(1))
                .withMessage("actions = 1, must be >= 2");
    }
}
