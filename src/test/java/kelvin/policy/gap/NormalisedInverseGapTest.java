package kelvin.policy.gap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.Reference.Row;
import kelvin.numeric.Root;
import kelvin.numeric.Weights;
import kelvin.policy.Policy;
import kelvin.policy.PolicyContract;
import kelvin.policy.Uniform;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class NormalisedInverseGapTest implements PolicyContract {
    @Override
    public boolean costly() {
        return true;
    }

    @Override
    public Policy policy() {
        return new NormalisedInverseGap(5);
    }

    @Override
    public Stream<Policy> variants() {
        return Stream.of(0.0, Double.MIN_VALUE, 1e-300, 0.01, 1.0, 100.0, 1e300, Double.MAX_VALUE)
                .map(NormalisedInverseGap::new);
    }

    static Stream<Row> cases() {
        return InverseGapTest.rows("squarecb-normalised");
    }

    /** The best action has 1/λ. */
    @ParameterizedTest
    @MethodSource("cases")
    void probabilitiesAreRightToEightRoundings(Row row) {
        Policy policy = new NormalisedInverseGap(row.number("gamma_hex"));
        double lambda = row.number("lambda_hex(normalised only)");
        double best = Arrays.stream(policy.probabilities(row.numbers("values_hex")))
                .max()
                .orElseThrow();
        assertThat(InverseGapTest.roundings(policy, row)).isLessThanOrEqualTo(8);
        assertThat(1 / best).isCloseTo(lambda, within(lambda * 8 * 0x1p-53));
    }

    @Test
    void anotherSharpnessIsTold() {
        assertThat(cases().mapToDouble(row ->
                        InverseGapTest.roundings(new NormalisedInverseGap(row.number("gamma_hex") * (1 + 1e-12)), row)))
                .anyMatch(error -> error > 100);
    }

    /** Gaps of all scales, ties at the top, and up to a thousand actions, beside bisection. */
    @Test
    void newtonsMethodEndsAtTheRoot() {
        UniformRandomProvider random = Seed.of(3).generator();
        for (int trial = 0; trial < 300; trial++) {
            int scales = random.nextInt(1, 40);
            int ties = random.nextInt(1, 4);
            double[] values = IntStream.range(0, random.nextInt(5, trial < 280 ? 50 : 1000))
                    .mapToDouble(i -> i < ties ? 0 : -Math.pow(10, random.nextDouble(-scales, scales)))
                    .toArray();
            double[] p = new NormalisedInverseGap(0.5).probabilities(values);
            double root = Root.find(lambda -> 1 - sum(values, lambda), ties, values.length);
            double slope = Arrays.stream(p).map(x -> x * x).sum();
            assertThat(1 / p[0]).as("trial %s", trial).isCloseTo(root, within(0x1p-51 * (root + 1 / slope)));
            assertThat(Weights.sum(p)).isCloseTo(1, within(0x1p-51));
        }
    }

    private static double sum(double[] values, double lambda) {
        return Weights.sum(Arrays.stream(values).map(q -> 1 / (lambda - q)).toArray());
    }

    /** Expected value plus a log-barrier: no move of probability from one action to another makes it larger. */
    @Test
    void itMaximisesValueWithALogBarrier() {
        double[] values = {0.3, 0.9, 0.85, -0.4};
        double[] p = new NormalisedInverseGap(3).probabilities(values);
        double[] slopes = IntStream.range(0, 4)
                .mapToDouble(i -> values[i] + 1 / (2 * 3 * p[i]))
                .toArray();
        assertThat(slopes).containsExactly(new double[] {slopes[0], slopes[0], slopes[0], slopes[0]}, within(1e-14));
    }

    @Test
    void withoutSharpnessItIsUniform() {
        double[] values = {1e308, -1e308, Double.NEGATIVE_INFINITY, 0, Double.MIN_VALUE};
        assertThat(new NormalisedInverseGap(0).probabilities(values)).isEqualTo(new Uniform().probabilities(values));
    }

    /** With 2γ·gap = 3/2, 1/λ + 1/(λ + 3/2) = 1 is solved by λ = 3/2. */
    @Test
    void gapsAndSharpnessMayBeOfAnySize() {
        double[] third = {2 / 3.0, 1 / 3.0};
        assertThat(new NormalisedInverseGap(0.75).probabilities(1, 0)).containsExactly(third, within(0x1p-52));
        assertThat(new NormalisedInverseGap(0.375e-308).probabilities(1e308, -1e308))
                .containsExactly(third, within(0x1p-51));
        assertThat(new NormalisedInverseGap(0.75e308).probabilities(1e-308, 0)).containsExactly(third, within(0x1p-51));
        assertThat(new NormalisedInverseGap(1e308).probabilities(10, 0)).containsExactly(1, 0);
        assertThat(new NormalisedInverseGap(1e308).probabilities(1, 0)[1]).isCloseTo(0.5e-308, within(1e-322));
    }

    @Test
    void logarithmsReachFurtherThanProbabilities() {
        assertThat(new NormalisedInverseGap(1e308).logProbability(new double[] {10, 0}, 1))
                .isCloseTo(-309 * Math.log(10) - Math.log(2), within(1e-12));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-Double.MIN_VALUE, Double.NaN, Double.POSITIVE_INFINITY})
    void aSharpnessOutsideItsRangeIsRefused(double sharpness) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NormalisedInverseGap(sharpness))
                .withMessage("sharpness = " + sharpness + ", must be finite and >= 0");
    }
}
