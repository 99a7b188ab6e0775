package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.contract.InvalidValue;
import kelvin.numeric.Exp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoftmaxTest implements PolicyContract {
    private static final double[] ARTICLE = {-0.5, 1.2, -0.1, 2.4};

    @Override
    public Policy policy() {
        return new Softmax(0.5);
    }

    @Override
    public Stream<Policy> variants() {
        return Stream.of(Double.MIN_VALUE, 1e-300, 0.01, 1.0, 1e100, 1e300, Double.MAX_VALUE)
                .map(Softmax::new);
    }

    /** A published worked example; it prints 0.05 for the third, which is cut off, not rounded. */
    @Test
    void theWorkedExample() {
        double[] p = new Softmax(1).probabilities(ARTICLE);
        assertThat(p).containsExactly(new double[] {0.04, 0.21, 0.06, 0.70}, within(0.005));
    }

    /** Where differences, quotients or 1/τ overflow or vanish too; and as exactly as a draw has to know them. */
    @Test
    void weightsAreTheExponentialsOfTheScoresHoweverFarApartTheValues() {
        double[] values = {Double.MAX_VALUE, 1e300, 1e100, 1, 0, Double.MIN_VALUE, -1e-300, -1e300, -Double.MAX_VALUE};
        double[] low = {1e-300, 0, -0.0, Double.MIN_VALUE, -1e-305, Double.NEGATIVE_INFINITY};
        for (double temperature : new double[] {Double.MIN_VALUE, 1e-305, 1e-270, 1, 1e271, 1e300, Double.MAX_VALUE}) {
            Softmax softmax = new Softmax(temperature);
            for (double[] each : new double[][] {values, low}) {
                double[] weights = new double[each.length];
                softmax.weights(each, weights);
                for (int i = 0; i < each.length; i++) {
                    assertThat(weights[i]).isEqualTo(Exp.of(softmax.score(each[i], each[0])));
                    assertThat(softmax.nearWeight(each[i], each[0])).isCloseTo(weights[i], within(1e-15));
                }
            }
        }
    }

    static Stream<Row> cases() {
        return Reference.rows("softmax.csv");
    }

    /**
     * Among the cases, with the order of operations that each of them defeats elsewhere: values beyond 709 temperatures
     * (exponentials without a shift), all values negative (a shift by a maximum that starts above 0), values whose quotient
     * with the temperature overflows (division before the shift), values whose difference does (shift before division).
     */
    @ParameterizedTest
    @MethodSource("cases")
    void probabilitiesAreAsAccurateAsDoublesAllow(Row row) {
        double[] p = new Softmax(row.number("tau_hex")).probabilities(row.numbers("values_hex"));
        Accuracy.assertProbabilities(p, row.numbers("softmax_hex"), row.number("max_abs_exponent_of_nonzero"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void logarithmsAreAsAccurateAsDoublesAllow(Row row) {
        Softmax softmax = new Softmax(row.number("tau_hex"));
        double[] exact = row.numbers("log_softmax_hex");
        for (int i = 0; i < exact.length; i++) {
            double log = softmax.logProbability(row.numbers("values_hex"), i);
            Accuracy.assertLogarithm(log, exact[i], row.number("max_abs_exponent_of_nonzero"));
        }
    }

    /** A plain sum from left to right misses this accuracy for 100 000 actions. */
    @ParameterizedTest
    @MethodSource
    void manyActionsAreAsAccurateAsFew(Row row) {
        double[] values = manyValues(row.text("id"));
        double[] p = new Softmax(row.number("tau_hex")).probabilities(values);
        double[] exact = row.numbers("check_probs_hex");
        double[] index = row.numbers("check_indices");
        double[] checked = Arrays.stream(index).map(i -> p[(int) i]).toArray();
        double least = Arrays.stream(exact).filter(x -> x > 0).min().orElseThrow();
        Accuracy.assertProbabilities(checked, exact, -Math.log(least));
        double[] ends = {
            Arrays.stream(p).max().orElseThrow(), Arrays.stream(p).min().orElseThrow()
        };
        double[] exactEnds = {row.number("max_prob_hex"), row.number("min_prob_hex")};
        Accuracy.assertProbabilities(ends, exactEnds, -Math.log(Math.max(exactEnds[1], 1e-300)));
    }

    static Stream<Row> manyActionsAreAsAccurateAsFew() {
        return Reference.rows("softmax_bigk.csv");
    }

    private static double[] manyValues(String id) {
        return IntStream.range(0, 100_000)
                .mapToDouble(i -> switch (id) {
                    case "mod", "mod_t10" -> (i * 7919L) % 100_003 / 1000.0;
                    case "ramp", "ramp_slow" -> -i;
                    case "one_hot_margin" -> i == 77_777 ? 20 : 0;
                    default -> throw new IllegalArgumentException(id);
                })
                .toArray();
    }

    @Test
    void oneActionIsCertainAndEqualOnesShareExactly() {
        assertThat(policy().probabilities(-3)).containsExactly(1);
        assertThat(policy().probabilities(2, 2)).containsExactly(0.5, 0.5);
        assertThat(policy().probabilities(new double[7])).containsOnly(1.0 / 7);
    }

    /** Elsewhere, values are scaled to [0, 1] first, so that a gap of 0.000001 and one of 100 are the same. */
    @Test
    void aGapOfOneTemperatureIsAFactorOfE() {
        double[] p = new Softmax(1e-6).probabilities(0, 1e-6);
        double[] q = new Softmax(1).probabilities(0, 1e-6);
        assertThat(p[1] / p[0]).isCloseTo(Math.E, within(1e-14));
        assertThat(q[1] / q[0]).isCloseTo(1.000001, within(1e-11));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, -8, 0x1p40, -0x1p50})
    void onlyDifferencesOfValuesMatter(double shift) {
        double[] values = {0.25, -1, 3.5, 3.5};
        double[] shifted = Arrays.stream(values).map(q -> q + shift).toArray();
        assertThat(policy().probabilities(shifted)).isEqualTo(policy().probabilities(values));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1000, -3, 1, 1000})
    void theUnitOfRewardDoesNotMatter(int exponent) {
        double[] scaled =
                Arrays.stream(ARTICLE).map(q -> Math.scalb(q, exponent)).toArray();
        assertThat(new Softmax(Math.scalb(0.5, exponent)).probabilities(scaled))
                .isEqualTo(new Softmax(0.5).probabilities(ARTICLE));
    }

    @Test
    void coldIsGreedyAndHotIsUniform() {
        double[] values = {1, 3, Double.NEGATIVE_INFINITY, 3, 2.999};
        assertThat(new Softmax(1e-6).probabilities(values)).isEqualTo(new Greedy().probabilities(values));
        assertThat(new Softmax(1e18).probabilities(values)).isEqualTo(new Uniform().probabilities(values));
    }

    /** Elsewhere, all weights that overflowed were called equal, so that 0.5 was as likely as 0.9. */
    @Test
    void actionsWhoseWeightsWouldOverflowAreNoTies() {
        assertThat(new Softmax(5e-4).probabilities(0.1, 0.5, 0.9)).containsExactly(0, 0, 1);
    }

    /** Elsewhere, closing an action divided the others by 1 − p, which is nothing where p was nearly 1. */
    @Test
    void closingTheLikeliestActionLeavesTheOthersTheirDigits() {
        double[] p = new Softmax(1).probabilities(Double.NEGATIVE_INFINITY, -50, -51);
        assertThat(p).containsExactly(new Softmax(1).probabilities(Double.NEGATIVE_INFINITY, 1, 0));
    }

    /** Elsewhere, a temperature of 0 passed the check and was divided by. */
    @ParameterizedTest
    @ValueSource(doubles = {0, -0.0, -1, Double.NaN, Double.POSITIVE_INFINITY})
    void aTemperatureOutsideItsRangeIsRefused(double temperature) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Softmax(temperature))
                .isInstanceOf(InvalidValue.class)
                .withMessage("temperature = " + temperature + ", must be finite and > 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy().with("temperature", temperature))
                .withMessageStartingWith("temperature = ");
    }

    @Test
    void anInverseTemperatureIsOneOverTheTemperature() {
        assertThat(Softmax.ofInverse(4)).isEqualTo(new Softmax(0.25));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY, 1e-309})
    void anInverseTemperatureOutsideItsRangeIsRefused(double beta) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Softmax.ofInverse(beta))
                .withMessage("beta = " + beta + ", must be > 0 with a finite inverse");
    }
}
