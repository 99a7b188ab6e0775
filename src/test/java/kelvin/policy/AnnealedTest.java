package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import kelvin.contract.InvalidValue;
import kelvin.schedule.Constant;
import kelvin.schedule.InverseSqrt;
import kelvin.schedule.Linear;
import org.junit.jupiter.api.Test;

class AnnealedTest {
    private final PolicySchedule cooling = new Annealed(new Softmax(7), "temperature", new InverseSqrt(1));

    @Test
    void theScheduleSetsTheNumber() {
        assertThat(cooling.at(1)).isEqualTo(new Softmax(1));
        assertThat(cooling.at(4)).isEqualTo(new Softmax(0.5));
    }

    /** Elsewhere, asking for a decision advanced the schedule, so that evaluating a learner changed it. */
    @Test
    void askingDoesNotAdvanceIt() {
        Policy before = cooling.at(9);
        cooling.at(1_000_000);
        assertThat(cooling.at(9)).isEqualTo(before);
    }

    @Test
    void severalNumbersAreScheduledByNesting() {
        PolicySchedule gates = new Annealed(new SigmoidGate(0, 9), "threshold", new Linear(0, 1, 3));
        PolicySchedule both = new Annealed(gates, "temperature", new InverseSqrt(1));
        assertThat(both.at(1)).isEqualTo(new SigmoidGate(0, 1));
        assertThat(both.at(4)).isEqualTo(new SigmoidGate(1, 0.5));
    }

    @Test
    void anUnknownNumberIsRefusedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Annealed(new Softmax(1), "temprature", new Constant(1)))
                .withMessage("parameter = temprature, must be temperature");
    }

    @Test
    void aStartOutsideTheRangeIsRefusedAtOnce() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Annealed(new EpsilonGreedy(0.1), "epsilon", new Constant(1.5)))
                .withMessage("epsilon = 1.5, must be in [0, 1]");
    }

    @Test
    void leavingTheRangeLaterIsRefusedThen() {
        PolicySchedule freezing = new Annealed(new Softmax(1), "temperature", new Linear(1, 0, 10));
        assertThat(freezing.at(9)).isEqualTo(new Softmax(1.0 / 9));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> freezing.at(10))
                .isInstanceOf(InvalidValue.class)
                .withMessage("temperature = 0.0, must be finite and > 0");
    }
}
