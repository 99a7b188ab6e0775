package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TsallisTest implements PolicyContract {
    @Override
    public boolean costly() {
        return true;
    }

    @Override
    public Policy policy() {
        return new Tsallis(0.5);
    }

    @Override
    public Stream<Policy> variants() {
        return Stream.of(Double.MIN_VALUE, 1e-300, 0.01, 1.0, 100.0, 1e300, Double.MAX_VALUE)
                .map(Tsallis::new);
    }

    static Stream<Row> cases() {
        return Reference.rows("tsallis_inf_weights.csv");
    }

    /** The temperature is 1/η, whose rounding is part of the bound. */
    @ParameterizedTest
    @MethodSource("cases")
    void probabilitiesAreAsAccurateAsDoublesAllow(Row row) {
        double[] values = Arrays.stream(row.numbers("cumulative_losses_hex"))
                .map(loss -> -loss)
                .toArray();
        double[] p = new Tsallis(1 / row.number("eta_hex")).probabilities(values);
        double[] exact = row.numbers("weights_hex");
        for (int i = 0; i < p.length; i++) {
            assertThat(p[i]).isCloseTo(exact[i], within(exact[i] * 1e-15));
        }
    }

    /** The square of the gap is beyond the doubles where its inverse is not. */
    @Test
    void aProbabilityBelowTheNormalDoublesIsNot0() {
        assertThat(new Tsallis(1).probabilities(0, -1e155)[1]).isCloseTo(4e-310, within(1e-322));
    }

    @Test
    void tailsFallWithTheSquareOfTheDistance() {
        double[] p = new Tsallis(1).probabilities(0, -1e10, -1e12);
        assertThat(p[1] / p[2]).isCloseTo(1e4, within(1e-4));
        assertThat(p[1]).isCloseTo(4e-20, within(1e-28));
    }

    @Test
    void logarithmsReachFurtherThanProbabilities() {
        double[] values = {0, -1e200};
        assertThat(new Tsallis(1).probabilities(values)[1]).isZero();
        assertThat(new Tsallis(1).logProbability(values, 1)).isCloseTo(Math.log(4) - 400 * Math.log(10), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aTemperatureOutsideItsRangeIsRefused(double temperature) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Tsallis(temperature))
                .withMessage("temperature = " + temperature + ", must be finite and > 0");
    }
}
