package kelvin.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import kelvin.policy.ActionSelector;
import kelvin.policy.Annealed;
import kelvin.policy.Policy;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import kelvin.schedule.InverseSqrt;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

/** The Java of README.md, run. */
class SnippetsTest {
    @Test
    void oneDecision() {
        double[] p = new Softmax(1.0).probabilities(-0.5, 1.2, -0.1, 2.4);
        assertThat(p).containsExactly(new double[] {0.0383, 0.2094, 0.0571, 0.6953}, within(5e-5));
    }

    @Test
    void aDecisionMakerOfYourOwn() {
        double estimate = 1;
        long step = 1;
        UniformRandomProvider random = Seed.of(1).generator();
        ActionSelector selector = new ActionSelector(new Softmax(0.2), new double[10], random);
        int action = selector.select(step);
        selector.set(action, estimate);
        assertThat(selector.value(action)).isEqualTo(1);
    }

    @Test
    void aFallingTemperature() {
        Policy later = new Annealed(new Softmax(1), "temperature", new InverseSqrt(1)).at(4);
        assertThat(later).isEqualTo(new Softmax(0.5));
    }
}
