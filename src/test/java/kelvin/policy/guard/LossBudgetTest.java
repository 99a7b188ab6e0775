package kelvin.policy.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.Stream;
import kelvin.policy.Greedy;
import kelvin.policy.Policy;
import kelvin.policy.PolicyContract;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;
import kelvin.policy.ValueArrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LossBudgetTest implements PolicyContract {
    private static final double CLOSED = Double.NEGATIVE_INFINITY;
    private static final double[] BUDGETS = {0, Double.MIN_VALUE, 1e-300, 1e-3, 0.5, 1e300, Double.MAX_VALUE};

    @Override
    public Policy policy() {
        return new LossBudget(new Softmax(0.5), 0.1);
    }

    @Override
    public Stream<Policy> variants() {
        return Arrays.stream(BUDGETS)
                .boxed()
                .flatMap(budget ->
                        Stream.of(new LossBudget(new Softmax(1), budget), new LossBudget(new Uniform(), budget)));
    }

    /** By hand: the uniform policy loses (1 + 2)/3 = 1, so half of it is kept for a budget of ½. */
    @Test
    void exactlyTheBudgetIsLost() {
        assertThat(new LossBudget(new Uniform(), 0.5).probabilities(5, 4, 3))
                .containsExactly(new double[] {2 / 3.0, 1 / 6.0, 1 / 6.0}, within(1e-16));
    }

    @Test
    void aPolicyWithinItsBudgetIsLeftAsItIs() {
        double[] values = {0.3, 0.1, CLOSED, 0.2};
        assertThat(new LossBudget(new Softmax(1), 0.2).probabilities(values))
                .isEqualTo(new Softmax(1).probabilities(values));
    }

    @Test
    void noBudgetIsGreedyForAllDoubles() {
        ValueArrays.each(values -> assertThat(new LossBudget(new Uniform(), 0).probabilities(values))
                .isEqualTo(new Greedy().probabilities(values)));
    }

    @Test
    void gapsBeyondTheDoublesAreCounted() {
        double[] p = new LossBudget(new Uniform(), 0x1p1021).probabilities(-Double.MAX_VALUE, Double.MAX_VALUE);
        assertThat(p).containsExactly(new double[] {0.0625, 0.9375}, within(0x1p-52));
    }

    /** Each product, 2⁻⁵³⁸·2⁻⁵³⁹, is less than half of the smallest double, so that a plain sum is 0; eight of them are that double. */
    @Test
    void lossesBelowTheDoublesAreCounted() {
        Policy rarely = (values, out) -> {
            Arrays.fill(out, 0x1p-538);
            out[0] = 1;
        };
        double[] values = new double[9];
        Arrays.fill(values, 1, 9, -0x1p-539);
        assertThat(new LossBudget(rarely, Double.MIN_VALUE).probabilities(values)[1])
                .isEqualTo(0x1p-538);
        Arrays.fill(values, 1, 9, -0x1p-538);
        assertThat(new LossBudget(rarely, Double.MIN_VALUE).probabilities(values)[1])
                .isEqualTo(0x1p-539);
    }

    @Test
    void probabilitiesAreThoseOfTheFormulaForAllDoubles() {
        ValueArrays.each(values -> {
            double best = Arrays.stream(values).max().orElseThrow();
            int ties = (int) Arrays.stream(values).filter(q -> q == best).count();
            for (Policy inside : new Policy[] {new Softmax(1), new Uniform()}) {
                double[] p = inside.probabilities(values);
                BigDecimal loss = ExactBounds.loss(values, best, p);
                for (double budget : BUDGETS) {
                    double[] guarded = new LossBudget(inside, budget).probabilities(values);
                    BigDecimal kept = ExactBounds.kept(budget, loss);
                    for (int i = 0; i < p.length; i++) {
                        assertThat(guarded[i])
                                .isCloseTo(ExactBounds.mixed(kept, p[i], values[i] == best, ties), within(0x1p-52));
                    }
                }
            }
        });
    }

    /** But for probabilities below the normal doubles, whose last bit is worth much where gaps are huge. */
    @Test
    void theBudgetIsKeptForAllDoubles() {
        ValueArrays.each(values -> {
            double best = Arrays.stream(values).max().orElseThrow();
            for (double budget : BUDGETS) {
                double[] p = new LossBudget(new Uniform(), budget).probabilities(values);
                boolean normal = Arrays.stream(p).allMatch(x -> x == 0 || x >= Double.MIN_NORMAL);
                if (normal) {
                    BigDecimal most = new BigDecimal(budget).multiply(new BigDecimal(1 + 0x1p-50));
                    assertThat(ExactBounds.loss(values, best, p)).isLessThanOrEqualTo(most);
                }
            }
        });
    }

    @Test
    void numbersOfTheComponentAreReached() {
        assertThat(policy().with("policy.temperature", 3)).isEqualTo(new LossBudget(new Softmax(3), 0.1));
        assertThat(policy().temperatureAt(1, 2)).isEqualTo(0.5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, Double.POSITIVE_INFINITY, Double.NaN})
    void aBudgetOutsideItsRangeIsRefused(double budget) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LossBudget(new Greedy(), budget))
                .withMessageContaining("budget = " + budget);
    }
}
