package kelvin.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import kelvin.policy.EpsilonGreedy;
import kelvin.policy.Floor;
import kelvin.policy.Policy;
import kelvin.policy.SigmoidGate;
import kelvin.policy.Softmax;
import kelvin.policy.Top;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecordCopyTest {
    private static Policy with(Policy policy, String path, double value) {
        return RecordCopy.with(Policy.class, policy, path, value);
    }

    @Test
    void oneNumberIsChangedAndTheOthersStay() {
        SigmoidGate gate = new SigmoidGate(0.5, 2);
        assertThat(with(gate, "temperature", 3)).isEqualTo(new SigmoidGate(0.5, 3));
        assertThat(with(gate, "threshold", 1)).isEqualTo(new SigmoidGate(1, 2));
        assertThat(gate).isEqualTo(new SigmoidGate(0.5, 2));
    }

    @Test
    void aNumberInsideIsReachedByItsPath() {
        Policy floored = new Floor(new Top(new Softmax(1), 2), 0.01);
        assertThat(with(floored, "policy.policy.temperature", 5))
                .isEqualTo(new Floor(new Top(new Softmax(5), 2), 0.01));
        assertThat(with(floored, "minimum", 0.1)).isEqualTo(new Floor(new Top(new Softmax(1), 2), 0.1));
    }

    /** Neither a whole number nor a policy is one, nor is anything inside a number. */
    @ParameterizedTest
    @ValueSource(strings = {"k", "policy", "other", "other.k", "policy.other", "", ".k", "policy."})
    void whatIsNoNumberOfTheRecordIsRefused(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(new Top(new Softmax(1), 2), path, 1))
                .withMessageContaining("must be a number of ");
    }

    @Test
    void theRecordRefusesWhatItAlwaysDoes() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> with(new EpsilonGreedy(0.1), "epsilon", 2))
                .withMessage("epsilon = 2.0, must be in [0, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> RecordCopy.with(Policy.class, (values, out) -> {}, "temperature", 2))
                .withMessageContaining("temperature, must be a number of ");
    }
}
