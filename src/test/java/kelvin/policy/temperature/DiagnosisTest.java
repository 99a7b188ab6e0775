package kelvin.policy.temperature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import kelvin.policy.Distribution;
import kelvin.policy.Greedy;
import kelvin.policy.SigmoidGate;
import kelvin.policy.Softmax;
import kelvin.policy.ValueArrays;
import kelvin.policy.ValueChecks;
import kelvin.policy.temperature.Diagnosis.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DiagnosisTest {
    private static final double[] VALUES = {0.1, 0.5, Double.NEGATIVE_INFINITY, 0.9};

    @Test
    void farBelowTheSmallestGapItIsNumericallyGreedy() {
        Diagnosis diagnosis = Diagnosis.of(new Softmax(0.01), VALUES).orElseThrow();
        assertThat(diagnosis).isEqualTo(new Diagnosis(Kind.GREEDY, 0.01, 0.4));
        assertThat(diagnosis.sentence())
                .isEqualTo(
                        "temperature 0.01 is far below the smallest gap below the best value, 0.4: numerically greedy,"
                                + " any but a best action is chosen less than once in a million decisions");
    }

    @Test
    void farAboveTheRangeItIsNumericallyUniform() {
        Diagnosis diagnosis = Diagnosis.of(new Softmax(100), VALUES).orElseThrow();
        assertThat(diagnosis).isEqualTo(new Diagnosis(Kind.UNIFORM, 100, 0.8));
        assertThat(diagnosis.sentence())
                .isEqualTo("temperature 100.0 is far above the range of the values, 0.8: numerically uniform,"
                        + " no action is more than one percent likelier than another");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.03, 0.1, 1, 50})
    void inBetweenThereIsNothingToWarnOf(double temperature) {
        assertThat(Diagnosis.of(new Softmax(temperature), VALUES)).isEmpty();
    }

    /** Several best actions are no exploration. */
    @Test
    void tiesOfTheBestDoNotCount() {
        assertThat(Diagnosis.of(new Softmax(0.01), 1, 1, 0)).isPresent();
        assertThat(Diagnosis.of(new Softmax(1), 1, 1, 0)).isEmpty();
    }

    /** Ten are best; the eleventh is chosen once in a million decisions at τ = 1/ln 10⁵ = 0.08686. */
    @Test
    void onceInAMillionIsAShareOfAllDecisions() {
        double[] values = DoubleStream.concat(DoubleStream.generate(() -> 1).limit(10), DoubleStream.of(0))
                .toArray();
        assertThat(Diagnosis.of(new Softmax(0.0868), values)).isPresent();
        assertThat(Diagnosis.of(new Softmax(0.0869), values)).isEmpty();
    }

    @Test
    void whereAllAreTiedNoTemperatureMatters() {
        assertThat(Diagnosis.of(new Softmax(1e-9), 3, 3, 3)).isEmpty();
        assertThat(Diagnosis.of(new Softmax(1e9), 3)).isEmpty();
    }

    /** Cold gates share among all values above the threshold, and only below it are greedy. */
    @Test
    void gatesAreGreedyOnlyBelowTheirThreshold() {
        assertThat(Diagnosis.of(new SigmoidGate(0, 0.01), VALUES)).isEmpty();
        assertThat(Diagnosis.of(new SigmoidGate(2, 0.01), VALUES)).isPresent();
        assertThat(Diagnosis.of(new SigmoidGate(2, 100), VALUES)).isPresent();
    }

    @Test
    void policiesWithoutATemperatureAreNotDiagnosed() {
        assertThat(Diagnosis.of(new Greedy(), VALUES)).isEmpty();
        assertThat(Diagnosis.of(new EffectiveActions(1), VALUES)).isEmpty();
    }

    /** The warning is what it says it is. */
    @Test
    void warningsAreTrue() {
        ValueArrays.each(values -> {
            for (double temperature : new double[] {Double.MIN_VALUE, 1e-150, 1, 1e150, Double.MAX_VALUE}) {
                Softmax softmax = new Softmax(temperature);
                Diagnosis.of(softmax, values).ifPresent(diagnosis -> {
                    Distribution d = softmax.distribution(values);
                    int[] ranking = d.ranking();
                    int last = ranking[ValueChecks.open(values) - 1];
                    double ratio = d.probability(ranking[0]) / d.probability(last);
                    assertThat(diagnosis.kind() == Kind.UNIFORM).isEqualTo(ratio < 1.0101);
                });
            }
        });
    }
}
