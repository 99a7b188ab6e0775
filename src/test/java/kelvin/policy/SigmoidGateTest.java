package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigmoidGateTest implements PolicyContract {
    private static final double[] ARTICLE = {-0.5, 1.2, -0.1, 2.4};

    @Override
    public Policy policy() {
        return new SigmoidGate(0.5, 0.5);
    }

    @Override
    public boolean onlyDifferencesMatter() {
        return false;
    }

    @Override
    public Stream<Policy> variants() {
        return Stream.of(0.0, -1e17, 1e17, Double.MAX_VALUE)
                .flatMap(threshold -> Stream.of(Double.MIN_VALUE, 1.0, 1e300)
                        .map(temperature -> new SigmoidGate(threshold, temperature)));
    }

    /** The gates of the worked example, 0.3775, 0.7685, 0.4750 and 0.9168, over their sum of 2.5379. */
    @Test
    void theWorkedExample() {
        double[] p = new SigmoidGate(0, 1).probabilities(ARTICLE);
        assertThat(p).containsExactly(new double[] {0.1488, 0.3028, 0.1872, 0.3613}, within(5e-5));
    }

    static Stream<Row> cases() {
        return Reference.rows("sigmoid_gate.csv");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void probabilitiesAreAsAccurateAsDoublesAllow(Row row) {
        double[] p = gate(row).probabilities(row.numbers("values_hex"));
        Accuracy.assertProbabilities(p, row.numbers("probability_hex"), row.number("distance"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void logarithmsAreAsAccurateAsDoublesAllow(Row row) {
        double[] exact = row.numbers("log_probability_hex");
        for (int i = 0; i < exact.length; i++) {
            double log = gate(row).logProbability(row.numbers("values_hex"), i);
            Accuracy.assertLogarithm(log, exact[i], row.number("distance"));
        }
    }

    /** The column of normalised gates; the others are other meanings of "gated". */
    @ParameterizedTest
    @MethodSource
    void thisGateIsTheNormalisedOne(Row row) {
        double[] p = gate(row).probabilities(row.numbers("values_hex"));
        double[] exact = row.numbers("normalised_sigmoid_hex");
        double least = Arrays.stream(exact).min().orElseThrow();
        Accuracy.assertProbabilities(p, exact, -Math.log(least));
    }

    static Stream<Row> thisGateIsTheNormalisedOne() {
        return Reference.rows("sigmoid_gate_semantics.csv");
    }

    private static SigmoidGate gate(Row row) {
        return new SigmoidGate(row.number("theta_hex"), row.number("tau_hex"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {50, 1e3, 1e17, 1e300, Double.MAX_VALUE})
    void aHighThresholdMakesItSoftmax(double threshold) {
        double[] p = new SigmoidGate(threshold, 1).probabilities(ARTICLE);
        double[] softmax = new Softmax(1).probabilities(ARTICLE);
        assertThat(p).containsExactly(softmax, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-50, -1e3, -1e17, -Double.MAX_VALUE})
    void aLowThresholdMakesItUniform(double threshold) {
        double[] p = new SigmoidGate(threshold, 1).probabilities(-0.5, Double.NEGATIVE_INFINITY, 2.4, 1.2);
        assertThat(p).containsExactly(new double[] {1.0 / 3, 0, 1.0 / 3, 1.0 / 3}, within(1e-15));
    }

    @Test
    void coldItSharesAmongValuesAboveTheThresholdElseAmongTheBest() {
        SigmoidGate gate = new SigmoidGate(1, 1e-3);
        assertThat(gate.probabilities(3, 0, 2, -1)).containsExactly(0.5, 0, 0.5, 0);
        assertThat(gate.probabilities(-3, 0, -2, 0)).containsExactly(0, 0.5, 0, 0.5);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, -8, 0x1p40})
    void onlyDistancesFromTheThresholdMatter(double shift) {
        double[] values = {0.25, -1, 3.5, 3.5};
        double[] shifted = Arrays.stream(values).map(q -> q + shift).toArray();
        assertThat(new SigmoidGate(0.5 + shift, 2).probabilities(shifted))
                .isEqualTo(new SigmoidGate(0.5, 2).probabilities(values));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1000, -3, 1, 1000})
    void theUnitOfRewardDoesNotMatter(int exponent) {
        double[] scaled =
                Arrays.stream(ARTICLE).map(q -> Math.scalb(q, exponent)).toArray();
        SigmoidGate gate = new SigmoidGate(Math.scalb(0.5, exponent), Math.scalb(0.25, exponent));
        assertThat(gate.probabilities(scaled)).isEqualTo(new SigmoidGate(0.5, 0.25).probabilities(ARTICLE));
    }

    /** With several right answers softmax favours the best of them; gates do not. */
    @Test
    void severalGoodAnswersAreAllGood() {
        double[] p = new SigmoidGate(0.5, 0.1).probabilities(3, 5, -2, 4);
        assertThat(DoubleStream.of(p[0], p[1], p[3])).allMatch(x -> Math.abs(x - 1.0 / 3) < 1e-10);
    }

    @Test
    void mistakesAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SigmoidGate(Double.NaN, 1))
                .withMessage("threshold = NaN, must be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SigmoidGate(0, 0))
                .withMessage("temperature = 0.0, must be finite and > 0");
    }
}
