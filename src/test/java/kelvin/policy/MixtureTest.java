package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.schedule.InverseSqrt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MixtureTest implements PolicyContract {
    @Override
    public Policy policy() {
        return new Mixture(new Softmax(0.5), 0.1, new Uniform());
    }

    @Override
    public Stream<Policy> variants() {
        return Stream.of(0.0, Double.MIN_VALUE, 0.3, 1 - 0x1p-53, 1.0)
                .flatMap(epsilon -> Stream.of(
                        new Mixture(new Greedy(), epsilon, new Softmax(1)),
                        new Mixture(new Softmax(1e-300), epsilon, new Mellowmax(1))));
    }

    @Test
    void theSharesAreOneLessEpsilonAndEpsilon() {
        assertThat(new Mixture(new Greedy(), 0.25, new Uniform()).probabilities(1, 2, 0, 0))
                .containsExactly(0.0625, 0.8125, 0.0625, 0.0625);
        double[] values = {3, 1, 4, 1, 5};
        assertThat(new Mixture(new Greedy(), 0.1, new Uniform()).probabilities(values))
                .containsExactly(new EpsilonGreedy(0.1).probabilities(values), within(1e-16));
    }

    @Test
    void logarithmsReachFurtherThanProbabilities() {
        Policy mixture = new Mixture(new Greedy(), 0.5, new Softmax(1));
        assertThat(mixture.logProbability(new double[] {0, -2000}, 1)).isEqualTo(Math.log(0.5) - 2000);
        assertThat(new Mixture(new Softmax(1), 0.5, new Softmax(1)).logProbability(new double[] {-2000, 0}, 0))
                .isCloseTo(-2000, within(1e-12));
    }

    @Test
    void numbersOfTheComponentsAreReached() {
        assertThat(policy().with("policy.temperature", 3)).isEqualTo(new Mixture(new Softmax(3), 0.1, new Uniform()));
        Policy nested = new Mixture(new Greedy(), 0.1, policy());
        assertThat(nested.with("other.policy.temperature", 3))
                .isEqualTo(new Mixture(new Greedy(), 0.1, policy().with("policy.temperature", 3)));
    }

    @Test
    void aNumberOfAComponentFollowsASchedule() {
        assertThat(new Annealed(policy(), "policy.temperature", new InverseSqrt(1)).at(4))
                .isEqualTo(policy());
    }

    @ParameterizedTest
    @ValueSource(strings = {"policy", "policy.", "policy.nonsense", "epsilon.x", ".epsilon", "other.epsilon"})
    void aPathThatLeadsNowhereIsRefused(String path) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy().with(path, 0.5))
                .withMessageStartingWith("parameter = ");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void anEpsilonOutsideItsRangeIsRefused(double epsilon) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Mixture(new Greedy(), epsilon, new Uniform()))
                .withMessage("epsilon = " + epsilon + ", must be in [0, 1]");
    }
}
