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

class SparsemaxTest implements PolicyContract {
    @Override
    public Policy policy() {
        return new Sparsemax(0.7);
    }

    @Override
    public Stream<Policy> variants() {
        return Stream.of(Double.MIN_VALUE, 1e-300, 0.01, 1.0, 100.0, 1e300, Double.MAX_VALUE)
                .map(Sparsemax::new);
    }

    static Stream<Row> cases() {
        return Reference.rows("sparsemax_entmax.csv");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void probabilitiesAreAsAccurateAsDoublesAllow(Row row) {
        double[] p = new Sparsemax(row.number("tau_hex")).probabilities(row.numbers("values_hex"));
        assertThat(p).containsExactly(row.numbers("sparsemax_hex"), within(0x1p-51));
    }

    @Test
    void anActionOneTemperatureWorseThanTheBestIsNeverChosen() {
        assertThat(new Sparsemax(1).probabilities(0, 1)).containsExactly(0, 1);
        assertThat(new Sparsemax(1).probabilities(0, Math.nextDown(1.0))[0]).isPositive();
    }

    @Test
    void manyActionsSumToOne() {
        double[] values =
                IntStream.range(0, 100_000).mapToDouble(i -> -i * 1e-9).toArray();
        double[] p = new Sparsemax(1).probabilities(values);
        assertThat(Weights.sum(p)).isCloseTo(1, within(1e-13));
        assertThat(p[0] - p[1]).isCloseTo(1e-9, within(1e-20));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aTemperatureOutsideItsRangeIsRefused(double temperature) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sparsemax(temperature))
                .withMessage("temperature = " + temperature + ", must be finite and > 0");
    }
}
