package kelvin.policy.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.Reference.Row;
import kelvin.policy.Policy;
import kelvin.policy.PolicyContract;
import kelvin.policy.Uniform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReweightedInverseGapTest implements PolicyContract {
    @Override
    public Policy policy() {
        return new ReweightedInverseGap(5);
    }

    @Override
    public Stream<Policy> variants() {
        return Stream.of(0.0, Double.MIN_VALUE, 1e-300, 0.01, 1.0, 100.0, 1e300, Double.MAX_VALUE)
                .map(ReweightedInverseGap::new);
    }

    @Override
    public boolean onlyDifferencesMatter() {
        return false;
    }

    static Stream<Row> cases() {
        return InverseGapTest.rows("fastcb");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void probabilitiesAreRightToEightRoundings(Row row) {
        Policy policy = new ReweightedInverseGap(row.number("gamma_hex"));
        assertThat(InverseGapTest.roundings(policy, row)).isLessThanOrEqualTo(8);
    }

    @Test
    void anotherRuleIsTold() {
        assertThat(cases().mapToDouble(row -> InverseGapTest.roundings(new InverseGap(row.number("gamma_hex")), row)))
                .anyMatch(error -> error > 1e12);
    }

    @Test
    void aFactorOfTheLossesChangesNothing() {
        assertThat(new ReweightedInverseGap(6).probabilities(0.5, 0.25, 0))
                .containsExactly(new ReweightedInverseGap(6).probabilities(0.75, 0.625, 0.5))
                .containsExactly(new InverseGap(12).probabilities(0.5, 0.25, 0));
    }

    /** Values have a range here, and the sharpness no unit. */
    @Override
    public void valuesAndUnitsScaleTogether() {
        assertThat(new ReweightedInverseGap(6).probabilities(0.5, 0.25))
                .isNotEqualTo(new ReweightedInverseGap(3).probabilities(1, 0.5));
    }

    @Test
    void valuesBeyondTheIntervalAreItsEnds() {
        Policy policy = new ReweightedInverseGap(6);
        double closed = Double.NEGATIVE_INFINITY;
        assertThat(policy.probabilities(0.5, -3, 0.2, closed)).isEqualTo(policy.probabilities(0.5, 0, 0.2, closed));
        assertThat(policy.probabilities(7, 1.5, 0.2, 1)).containsExactly(1 / 3.0, 1 / 3.0, 0, 1 / 3.0);
        assertThat(policy.probabilities(-7, -1e308, closed)).containsExactly(0.5, 0.5, 0);
    }

    @Test
    void withoutLossThereIsNoExploration() {
        assertThat(new ReweightedInverseGap(Double.MIN_VALUE).probabilities(1, Math.nextDown(1.0)))
                .containsExactly(1, 0);
        assertThat(new ReweightedInverseGap(1).logProbability(new double[] {1, 0.5}, 1))
                .isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void withoutSharpnessItIsUniform() {
        double[] values = {1e308, -1e308, Double.NEGATIVE_INFINITY, 1, Double.MIN_VALUE};
        assertThat(new ReweightedInverseGap(0).probabilities(values)).isEqualTo(new Uniform().probabilities(values));
    }

    @Test
    void logarithmsReachFurtherThanProbabilities() {
        double[] values = {1 - 0x1p-10, 0.5 - 0x1p-10};
        assertThat(new ReweightedInverseGap(1e308).probabilities(values)).containsExactly(1, 0);
        assertThat(new ReweightedInverseGap(1e308).logProbability(values, 1))
                .isCloseTo(-308 * Math.log(10) - 9 * Math.log(2), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY})
    void aSharpnessOutsideItsRangeIsRefused(double sharpness) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ReweightedInverseGap(sharpness))
                .withMessage("sharpness = " + sharpness + ", must be finite and >= 0");
    }
}
