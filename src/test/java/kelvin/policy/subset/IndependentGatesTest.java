package kelvin.policy.subset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import kelvin.policy.AllSubsets;
import kelvin.policy.ValueArrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IndependentGatesTest implements SubsetPolicyContract {
    @Override
    public SubsetPolicy policy() {
        return new IndependentGates(0.4, 0.5);
    }

    @Override
    public Stream<SubsetPolicy> variants(int open) {
        return Stream.of(
                        new FixedThreshold(0.4),
                        new FixedThreshold(-1e308),
                        new MeanThreshold(),
                        new ExpectedOpen(open / 3.0))
                .flatMap(threshold ->
                        Stream.of(Double.MIN_VALUE, 0.5, 1e300).map(t -> new IndependentGates(threshold, t)));
    }

    @Test
    void eachActionHasItsSigmoid() {
        assertThat(new IndependentGates(0.5, 0.2).inclusion(0.5, 0.7, 0.1))
                .containsExactly(new double[] {0.5, 1 / (1 + Math.exp(-1)), 1 / (1 + Math.exp(2))}, within(1e-15));
    }

    @Test
    void noneAndAllAreSetsToo() {
        IndependentGates gates = new IndependentGates(0, 1);
        assertThat(gates.probability(new double[] {0, 0}, new boolean[] {false, false}))
                .isCloseTo(0.25, within(1e-16));
        assertThat(gates.probability(new double[] {0, 0}, new boolean[] {true, true}))
                .isCloseTo(0.25, within(1e-16));
    }

    @Test
    void logarithmsAreFiniteWhereProbabilitiesUnderflow() {
        double log = new IndependentGates(0, 1).logProbability(new double[] {-1e6, 1e6}, new boolean[] {true, false});
        assertThat(log).isEqualTo(-2e6);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aTemperatureOutsideItsRangeIsRefused(double temperature) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new IndependentGates(0.5, temperature))
                .withMessage("temperature = " + temperature + ", must be finite and > 0");
    }

    @Test
    void whatHappensToOneSaysNothingOfTheOthers() {
        ValueArrays.each(9, values -> {
            double[] inclusion = policy().inclusion(values);
            AllSubsets.of(values.length).forEach(subset -> {
                double product = 1;
                for (int i = 0; i < subset.length; i++) {
                    product *= subset[i] ? inclusion[i] : 1 - inclusion[i];
                }
                assertThat(policy().probability(values, subset)).isCloseTo(product, within(1e-14));
            });
            assertThat(policy().expectedSize(values))
                    .isCloseTo(Arrays.stream(inclusion).sum(), within(1e-13));
        });
    }
}
