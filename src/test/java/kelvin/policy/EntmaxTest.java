package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.numeric.Weights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntmaxTest implements PolicyContract {
    @Override
    public boolean costly() {
        return true;
    }

    @Override
    public Policy policy() {
        return new Entmax(1.5, 0.7);
    }

    @Override
    public Stream<Policy> variants() {
        return Stream.of(Math.nextUp(1.0), 1.01, 1.5, 2.0)
                .flatMap(alpha ->
                        Stream.of(Double.MIN_VALUE, 1.0, 1e300).map(temperature -> new Entmax(alpha, temperature)));
    }

    @Override
    public double replacement(String parameter) {
        return 1.25;
    }

    static Stream<Row> cases() {
        return Reference.rows("sparsemax_entmax.csv");
    }

    /** The extreme cases have no reference for the exponents in between. */
    @ParameterizedTest
    @MethodSource("cases")
    void probabilitiesAreAsAccurateAsDoublesAllow(Row row) {
        assertAccurate(row, 1.25, "entmax125_hex");
        assertAccurate(row, 1.5, "entmax15_hex");
        assertAccurate(row, 1.75, "entmax175_hex");
        assertAccurate(row, 2, "sparsemax_hex");
    }

    private static void assertAccurate(Row row, double alpha, String column) {
        if (!row.text(column).isEmpty()) {
            double[] p = new Entmax(alpha, row.number("tau_hex")).probabilities(row.numbers("values_hex"));
            assertThat(p).containsExactly(row.numbers(column), within(0x1p-51));
        }
    }

    @Test
    void nearAlphaOneItIsSoftmax() {
        double[] values = {0.3, -1, 2, 5, 4.9};
        double[] softmax = new Softmax(1).probabilities(values);
        assertThat(new Entmax(Math.nextUp(1.0), 1).probabilities(values)).containsExactly(softmax, within(2e-15));
        assertThat(new Entmax(1 + 1e-9, 1).probabilities(values)).containsExactly(softmax, within(1e-8));
    }

    /** From the definition: p = (z/2 − c)² for two actions at distance z has c from a quadratic equation. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-12, 0.5, 1.9, 2, 7})
    void twoActionsAtAlphaOneAndAHalfHaveAClosedForm(double z) {
        double root = z >= 2 ? 1 : z / 4 + Math.sqrt(0.5 - z * z / 16);
        assertThat(new Entmax(1.5, 1).probabilities(0, z)[1]).isCloseTo(root * root, within(4e-16));
    }

    @Test
    void manyActionsSumToOne() {
        double[] values =
                IntStream.range(0, 100_000).mapToDouble(i -> -i * 1e-6).toArray();
        assertThat(Weights.sum(new Entmax(1.5, 1).probabilities(values))).isCloseTo(1, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 0.5, Math.PI, Double.NaN})
    void anAlphaOutsideItsRangeIsRefused(double alpha) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Entmax(alpha, 1))
                .withMessage("alpha = " + alpha + ", must be in (1, 2]");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aTemperatureOutsideItsRangeIsRefused(double temperature) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Entmax(1.5, temperature))
                .withMessage("temperature = " + temperature + ", must be finite and > 0");
    }
}
