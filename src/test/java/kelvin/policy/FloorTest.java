package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FloorTest implements PolicyContract {
    @Override
    public Policy policy() {
        return new Floor(new Softmax(0.5), 0.0001);
    }

    /** At most 1/1000, as one of the arrays has a thousand actions. */
    @Override
    public Stream<Policy> variants() {
        return Stream.of(0.0, Double.MIN_VALUE, 1e-6, 1 / 1000.0).map(minimum -> new Floor(new Softmax(1), minimum));
    }

    /** By hand: 0.1 is missing, and the two others pay 0.05 each. */
    @Test
    void theOthersPayInEqualAmounts() {
        double[] p = new Floor(fixed(0.6, 0.4, 0), 0.1).probabilities(0, 0, 0);
        assertThat(p).containsExactly(new double[] {0.55, 0.35, 0.1}, within(1e-16));
    }

    /** By hand: paying pushes the second down to the minimum as well, so the first pays the rest. */
    @Test
    void whoeverReachesTheMinimumPaysNoMore() {
        double[] p = new Floor(fixed(0.8, 0.19, 0.01), 0.15).probabilities(0, 0, 0);
        assertThat(p).containsExactly(new double[] {0.7, 0.15, 0.15}, within(1e-16));
    }

    @Test
    void aPolicyThatKeepsTheMinimumIsLeftAsItIs() {
        double[] values = {0.3, 0.1, Double.NEGATIVE_INFINITY, 0.2};
        assertThat(new Floor(new Softmax(1), 0.25).probabilities(values))
                .isEqualTo(new Softmax(1).probabilities(values));
    }

    /** No other distribution with the minimum is nearer: a step towards any corner of them leads away. */
    @Test
    void noDistributionWithTheMinimumIsNearer() {
        double[] values = {3, 2.5, -1, 0.4, -7};
        double[] q = new Softmax(1).probabilities(values);
        double[] p = new Floor(new Softmax(1), 0.05).probabilities(values);
        for (int corner = 0; corner < p.length; corner++) {
            double product = 0;
            for (int i = 0; i < p.length; i++) {
                product += (q[i] - p[i]) * ((i == corner ? 0.8 : 0.05) - p[i]);
            }
            assertThat(product).isLessThan(1e-16);
        }
    }

    @Test
    void closedActionsHaveNoMinimum() {
        assertThat(new Floor(new Greedy(), 0.5).probabilities(Double.NEGATIVE_INFINITY, 1, 2))
                .containsExactly(0, 0.5, 0.5);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 49, 998})
    void theLargestMinimumIsTheUniformPolicy(int actions) {
        double[] values = new double[actions];
        values[0] = 1;
        double[] p = new Floor(new Greedy(), 1.0 / actions).probabilities(values);
        assertThat(p).containsExactly(new Uniform().probabilities(values), within(0x1p-52));
    }

    @Test
    void moreOpenActionsThanTheMinimumAllowsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Floor(new Greedy(), 0.3).probabilities(1, 2, 3, 4))
                .withMessage("minimum = 0.3, must be at most 1/4, with 4 open actions");
    }

    @Test
    void numbersOfTheComponentAreReached() {
        assertThat(policy().with("policy.temperature", 3)).isEqualTo(new Floor(new Softmax(3), 0.0001));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aMinimumOutsideItsRangeIsRefused(double minimum) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Floor(new Greedy(), minimum))
                .withMessage("minimum = " + minimum + ", must be in [0, 1]");
    }

    private static Policy fixed(double... p) {
        return new Policy() {
            @Override
            public void probabilities(double[] values, double[] out) {
                System.arraycopy(p, 0, out, 0, p.length);
            }
        };
    }
}
