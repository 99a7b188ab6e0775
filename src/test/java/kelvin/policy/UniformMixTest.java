package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UniformMixTest implements PolicyContract {
    @Override
    public Policy policy() {
        return new UniformMix(new Softmax(0.5), 0.0001);
    }

    /** At most 1/1000, as one of the arrays has a thousand actions. */
    @Override
    public Stream<Policy> variants() {
        return Stream.of(0.0, Double.MIN_VALUE, 1e-6, 1 / 1000.0)
                .map(minimum -> new UniformMix(new Softmax(1), minimum));
    }

    @Test
    void itIsTheMixtureWithTheUniformPolicy() {
        double[] values = {0.3, 0.1, Double.NEGATIVE_INFINITY, 0.2};
        assertThat(new UniformMix(new Softmax(1), 0.1).probabilities(values))
                .containsExactly(new Mixture(new Softmax(1), 0.3, new Uniform()).probabilities(values), within(1e-16));
    }

    @Test
    void everyOpenActionHasTheMinimumAndClosedOnesNone() {
        assertThat(new UniformMix(new Greedy(), 0.25).probabilities(1, Double.NEGATIVE_INFINITY, 2, 0))
                .containsExactly(0.25, 0, 0.5, 0.25);
    }

    @Test
    void moreOpenActionsThanTheMinimumAllowsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UniformMix(new Greedy(), 0.3).probabilities(1, 2, 3, 4))
                .withMessage("minimum = 0.3, must be at most 1/4, with 4 open actions");
    }

    @Test
    void numbersOfTheComponentAreReached() {
        assertThat(policy().with("policy.temperature", 3)).isEqualTo(new UniformMix(new Softmax(3), 0.0001));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aMinimumOutsideItsRangeIsRefused(double minimum) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new UniformMix(new Greedy(), minimum))
                .withMessage("minimum = " + minimum + ", must be in [0, 1]");
    }
}
