package kelvin.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import kelvin.policy.EpsilonGreedy;
import kelvin.policy.Uniform;
import kelvin.schedule.Constant;
import org.junit.jupiter.api.Test;

class SarsaTest implements AgentContract {
    private static final Sarsa FAIR = new Sarsa(new Uniform(), new Constant(0.005), 1, 0.5);

    @Override
    public AgentSpec agent() {
        return new Sarsa(new EpsilonGreedy(0.2), new Constant(0.3), 0.9, 0);
    }

    @Test
    void theValuesOfThePolicyFollowedAreLearnt() {
        Chain.assertLearnt(FAIR, 0.08);
    }

    /** The twin: values of another policy do not pass. */
    @Test
    void valuesOfAnotherPolicyAreOff() {
        assertThat(Chain.error(new QLearning(new Uniform(), new Constant(0.005), 1, 0.5), 20_000, 1))
                .isGreaterThan(0.3);
    }

    @Test
    void aDiscountAboveOneIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sarsa(new Uniform(), new Constant(0.1), 1.1, 0))
                .withMessageContaining("discount = 1.1");
    }
}
