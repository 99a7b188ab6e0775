package kelvin.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class LaggedTest implements ScheduleContract {
    @Override
    public List<Schedule> schedules() {
        return List.of(new Lagged(new InverseSqrt(1), 1), new Lagged(new Constant(3), Long.MAX_VALUE));
    }

    @Test
    void theNumberComesLate() {
        assertThat(new Lagged(new InverseCount(1), 2).at(1)).isEqualTo(1);
        assertThat(new Lagged(new InverseCount(1), 2).at(3)).isEqualTo(1);
        assertThat(new Lagged(new InverseCount(1), 2).at(6)).isEqualTo(0.25);
    }

    @Test
    void aNegativeLagIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lagged(new Constant(1), -1))
                .withMessage("lag = -1, must be >= 0");
    }
}
