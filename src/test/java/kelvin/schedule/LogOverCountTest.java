package kelvin.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogOverCountTest implements ScheduleContract {
    @Override
    public List<Schedule> schedules() {
        return List.of(new LogOverCount(1), new LogOverCount(Double.MAX_VALUE), new LogOverCount(0));
    }

    /** It rises from step 2 to step 3. */
    @Override
    public List<Schedule> monotone() {
        return List.of();
    }

    /** ln 2/2, ln 3/3 and 63 ln 2/2⁶³ to 17 digits. */
    @Test
    void theNumberIsTheLogarithmOverTheStep() {
        assertThat(new LogOverCount(1).at(1)).isCloseTo(0.34657359027997265, within(1e-16));
        assertThat(new LogOverCount(1).at(2)).isCloseTo(0.34657359027997265, within(1e-16));
        assertThat(new LogOverCount(1).at(3)).isCloseTo(0.36620409622270322, within(1e-16));
        assertThat(new LogOverCount(1).at(Long.MAX_VALUE)).isCloseTo(4.7345235777963579e-18, within(1e-32));
    }

    @Test
    void aStartThatIsNotFiniteIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LogOverCount(Double.NaN))
                .withMessage("start = NaN, must be finite");
    }
}
