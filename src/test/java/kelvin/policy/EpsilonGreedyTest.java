package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpsilonGreedyTest implements PolicyContract {
    @Override
    public Policy policy() {
        return new EpsilonGreedy(0.1);
    }

    @Override
    public Stream<Policy> variants() {
        return Stream.of(0.0, Double.MIN_VALUE, 0.1, 0.5, 1 - 0x1p-53, 1.0).map(EpsilonGreedy::new);
    }

    /** Elsewhere, the greedy action is reported at 1 − ε, without its share of the exploration. */
    @Test
    void theBestActionIsExploredToo() {
        assertThat(policy().probabilities(0, 2, 1, -1))
                .containsExactly(new double[] {0.025, 0.925, 0.025, 0.025}, within(1e-16));
    }

    /** Elsewhere, an exclusive bound read as inclusive leaves the last action out. */
    @Test
    void theLastActionIsExploredToo() {
        assertThat(policy().probabilities(1, 0, 0)[2]).isEqualTo(0.1 / 3);
    }

    @Test
    void theBestActionsShareTheRest() {
        assertThat(new EpsilonGreedy(0.2).probabilities(2, 1, 2, 0))
                .containsExactly(new double[] {0.45, 0.05, 0.45, 0.05}, within(1e-16));
    }

    @Test
    void onlyOpenActionsAreExplored() {
        assertThat(new EpsilonGreedy(0.2).probabilities(2, Double.NEGATIVE_INFINITY, 1))
                .containsExactly(new double[] {0.9, 0, 0.1}, within(1e-16));
    }

    @Test
    void itsEndsAreGreedyAndUniform() {
        double[] values = {1, 3, Double.NEGATIVE_INFINITY, 3};
        assertThat(new EpsilonGreedy(0).probabilities(values)).isEqualTo(new Greedy().probabilities(values));
        assertThat(new EpsilonGreedy(1).probabilities(values)).isEqualTo(new Uniform().probabilities(values));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-Double.MIN_VALUE, 1.0000000000000002, Double.NaN, Double.POSITIVE_INFINITY})
    void anEpsilonOutsideItsRangeIsRefused(double epsilon) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EpsilonGreedy(epsilon))
                .withMessage("epsilon = " + epsilon + ", must be in [0, 1]");
    }
}
