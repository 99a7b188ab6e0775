package kelvin.policy.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Stream;
import kelvin.policy.EpsilonGreedy;
import kelvin.policy.Greedy;
import kelvin.policy.Policy;
import kelvin.policy.PolicyContract;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;
import kelvin.policy.ValueArrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplorationBudgetTest implements PolicyContract {
    private static final double CLOSED = Double.NEGATIVE_INFINITY;
    private static final double[] SHARES = {0, Double.MIN_VALUE, 1e-6, 0.3, 1};

    @Override
    public Policy policy() {
        return new ExplorationBudget(new Softmax(0.5), 0.4);
    }

    @Override
    public Stream<Policy> variants() {
        return Arrays.stream(SHARES).mapToObj(share -> new ExplorationBudget(new Softmax(1), share));
    }

    /** By hand: 0.75 of the uniform policy is exploration, and a third of that is allowed. */
    @Test
    void exactlyTheBudgetIsLeft() {
        assertThat(new ExplorationBudget(new Uniform(), 0.25).probabilities(1, 3, 2, 0))
                .containsExactly(new double[] {0.25 / 3, 0.75, 0.25 / 3, 0.25 / 3}, within(1e-16));
    }

    @Test
    void epsilonGreedyWithinItsBudgetIsLeftAsItIs() {
        double[] values = {0.3, 0.1, CLOSED, 0.2};
        assertThat(new ExplorationBudget(new EpsilonGreedy(0.3), 0.2).probabilities(values))
                .isEqualTo(new EpsilonGreedy(0.3).probabilities(values));
    }

    @Test
    void whereAllAreTiedNothingIsExploration() {
        assertThat(new ExplorationBudget(new Softmax(1), 0).probabilities(0.0, CLOSED, -0.0))
                .containsExactly(0.5, 0, 0.5);
    }

    @Test
    void noBudgetIsGreedyForAllDoubles() {
        ValueArrays.each(values -> assertThat(new ExplorationBudget(new Uniform(), 0).probabilities(values))
                .isEqualTo(new Greedy().probabilities(values)));
    }

    @Test
    void probabilitiesAreThoseOfTheFormulaForAllDoubles() {
        ValueArrays.each(values -> {
            double best = Arrays.stream(values).max().orElseThrow();
            int ties = (int) Arrays.stream(values).filter(q -> q == best).count();
            double[] p = new Softmax(1).probabilities(values);
            BigDecimal explored = ExactBounds.exploration(values, best, p);
            for (double share : SHARES) {
                double[] guarded = new ExplorationBudget(new Softmax(1), share).probabilities(values);
                BigDecimal kept = ExactBounds.kept(share, explored);
                for (int i = 0; i < p.length; i++) {
                    assertThat(guarded[i])
                            .isCloseTo(ExactBounds.mixed(kept, p[i], values[i] == best, ties), within(0x1p-52));
                }
                assertThat(ExactBounds.exploration(values, best, guarded).doubleValue())
                        .isLessThanOrEqualTo(
                                Math.max(share * (1 + 0x1p-51), p.length * Double.MIN_VALUE * Math.signum(share)));
            }
        });
    }

    @Test
    void numbersOfTheComponentAreReached() {
        assertThat(policy().with("policy.temperature", 3)).isEqualTo(new ExplorationBudget(new Softmax(3), 0.4));
        assertThat(policy().temperatureAt(1, 2)).isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aShareOutsideItsRangeIsRefused(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExplorationBudget(new Greedy(), share))
                .withMessage("share = " + share + ", must be in [0, 1]");
    }
}
