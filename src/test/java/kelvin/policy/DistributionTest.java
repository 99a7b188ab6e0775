package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DistributionTest {
    private static final double CLOSED = Double.NEGATIVE_INFINITY;

    static Stream<Row> pairs() {
        return Reference.rows("kl_crossentropy.csv");
    }

    private static Distribution softmax(Row row, String logits) {
        return new Softmax(row.number("tau_hex")).distribution(row.numbers(logits));
    }

    /** Elsewhere, divergences were taken from probabilities: ∞ where 800 is right. */
    @ParameterizedTest
    @MethodSource("pairs")
    void divergencesAgreeWithTheReference(Row row) {
        Distribution p = softmax(row, "logits_p_hex");
        Distribution q = softmax(row, "logits_q_hex");
        assertClose(p.kl(q), row.number("kl_p_q_hex"));
        assertClose(q.kl(p), row.number("kl_q_p_hex"));
        assertThat(p.crossEntropy(q))
                .isCloseTo(
                        row.number("cross_entropy_p_q_hex"), within(1e-15 * (1 + row.number("cross_entropy_p_q_hex"))));
    }

    /** A divergence of 5·10⁻¹⁹ rests on logarithms that differ by 10⁻⁹ and are known to 10⁻¹⁶. */
    private static void assertClose(double actual, double exact) {
        Accuracy.assertWithin(exact < 1e-15 ? 1e-6 * exact : 4e-15 * exact, actual, exact);
    }

    @Test
    void aDistributionDoesNotDivergeFromItselfAndNeverNegativelyFromOthers() {
        ValueArrays.each(values -> {
            Distribution cold = new Softmax(0.3).distribution(values);
            Distribution hot = new Softmax(1e3).distribution(values);
            assertThat(cold.kl(cold)).isZero();
            assertThat(cold.kl(hot)).isNotNegative().isFinite();
            assertThat(hot.kl(cold)).isNotNegative();
            assertThat(cold.crossEntropy(hot))
                    .isCloseTo(cold.entropy() + cold.kl(hot), within(1e-14 * (1 + cold.crossEntropy(hot))));
        });
    }

    @Test
    void whatIsPossibleHereAndImpossibleThereIsInfinitelyFar() {
        Distribution half = Distribution.of(0.5, 0.5, 0);
        Distribution sure = Distribution.of(1, 0, 0);
        assertThat(half.kl(sure)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(half.crossEntropy(sure)).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(sure.kl(half)).isEqualTo(StrictMath.log(2));
        assertThat(new Softmax(1).distribution(0, -800).kl(Distribution.of(1, 0)))
                .as("possible, though its probability is no double")
                .isEqualTo(Double.POSITIVE_INFINITY);
    }

    static Stream<Row> scalars() {
        return Reference.rows("softmax_scalar.csv").filter(row -> values(row).length > 0);
    }

    private static double[] values(Row row) {
        return Reference.rows("softmax.csv")
                .filter(vector -> vector.text("id").equals(row.text("id")))
                .findFirst()
                .map(vector -> vector.numbers("values_hex"))
                .orElse(new double[0]);
    }

    /** As far as the 60 digits of the reference go: they take ln(1 − 10⁻³⁰⁴) for 0. */
    @ParameterizedTest
    @MethodSource("scalars")
    void entropyAgreesWithTheReference(Row row) {
        Distribution d = new Softmax(row.number("tau_hex")).distribution(values(row));
        double exact = row.number("entropy_nats_hex");
        Accuracy.assertWithin(1e-14 * exact + 1e-60, d.entropy(), exact);
        assertThat(d.effectiveActions()).isCloseTo(StrictMath.exp(exact), within(1e-13));
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void theExpectedValueAgreesWithTheReference(Row row) {
        double[] values = values(row);
        double exact = row.number("boltzmann_value_hex");
        double largest = IntStream.range(0, values.length)
                .filter(i -> values[i] > CLOSED)
                .mapToDouble(i -> Math.abs(values[i]))
                .max()
                .orElseThrow();
        double actual = new Softmax(row.number("tau_hex")).distribution(values).expected(values);
        Accuracy.assertWithin(1e-15 * largest, actual / 16, exact / 16);
    }

    @Test
    void closedActionsAddNothing() {
        Distribution d = new Softmax(1).distribution(1, CLOSED, 2);
        assertThat(d.expected(1, CLOSED, 2))
                .isEqualTo(new Softmax(1).distribution(1, 2).expected(1, 2));
        assertThat(d.entropy()).isEqualTo(new Softmax(1).distribution(1, 2).entropy());
        assertThat(d.probability(1)).isZero();
        assertThat(d.logProbability(1)).isEqualTo(CLOSED);
        assertThat(d.actions()).isEqualTo(3);
    }

    @Test
    void anActionHasTheProbabilityItWasGiven() {
        assertThat(Distribution.of(0.25, 0.75).probability(1)).isEqualTo(0.75);
    }

    /** By logarithms: the probabilities of the last two are both 0. */
    @Test
    void rankingGoesBeyondTheSmallestProbability() {
        int[] ranking = new Softmax(1).distribution(-900, CLOSED, 5, -800, 5).ranking();
        assertThat(ranking).containsExactly(2, 4, 3, 0, 1);
    }

    @Test
    void samplesAreDrawnAsThePolicySelects() {
        double[] values = {0.1, CLOSED, 0.5, 0.9};
        Policy policy = new EpsilonGreedy(0.5);
        UniformRandomProvider one = Seed.of(3).generator();
        UniformRandomProvider other = Seed.of(3).generator();
        Set<Integer> seen = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            int sample = policy.distribution(values).sample(one);
            seen.add(sample);
            assertThat(sample).isEqualTo(policy.select(values, other));
        }
        assertThat(seen).containsExactlyInAnyOrder(0, 2, 3);
    }

    @Test
    void mistakesAreNamed() {
        assertRefused("probabilities[1] = -0.5, must be in [0, 1]", 1.5 - 0.5, -0.5);
        assertRefused("probabilities = numbers with sum 0.75, must be of sum 1", 0.5, 0.25);
        assertRefused("probabilities = numbers with sum 0.0, must be of sum 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.of(1).kl(Distribution.of(0.5, 0.5)))
                .withMessage("there are 2 actions, must be as many as here, 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.of(1).crossEntropy(Distribution.of(0.5, 0.5)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.of(0.5, 0.5).expected(3));
    }

    private static void assertRefused(String message, double... probabilities) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Distribution.of(probabilities))
                .withMessage(message);
    }
}
