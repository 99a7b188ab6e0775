package kelvin.policy.subset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.Reference.Row;
import kelvin.policy.AllSubsets;
import kelvin.policy.Softmax;
import kelvin.policy.SubsetReference;
import kelvin.policy.ValueArrays;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlackettLuceTest implements SubsetPolicyContract {
    @Override
    public PlackettLuce policy() {
        return new PlackettLuce(2, 0.5);
    }

    /** Three of a hundred actions at one temperature only. */
    @Override
    public Stream<SubsetPolicy> variants(int open) {
        if (open >= 100) {
            return Stream.of(new PlackettLuce(3, 0.3));
        }
        double[] temperatures = {Double.MIN_VALUE, 0.3, 1e300};
        return IntStream.of(1, 3, open)
                .filter(m -> m <= open)
                .distinct()
                .boxed()
                .flatMap(m -> Arrays.stream(temperatures).mapToObj(t -> new PlackettLuce(m, t)));
    }

    static Stream<Row> cases() {
        return SubsetReference.rows();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void inclusionIsRightToThirteenDigits(Row row) {
        PlackettLuce policy = new PlackettLuce((int) row.number("m"), row.number("tau_hex"));
        SubsetReference.assertInclusion(policy, row, "plackett_luce_hex", 1e-13);
    }

    @Test
    void aDrawOfOneIsSoftmax() {
        ValueArrays.each(values -> {
            double[] p = new Softmax(0.5).probabilities(values);
            double[] inclusion = new PlackettLuce(1, 0.5).inclusion(values);
            for (int i = 0; i < p.length; i++) {
                assertThat(inclusion[i]).isCloseTo(p[i], within(Math.max(p[i] * 1e-12, 4 * Double.MIN_VALUE)));
            }
        });
    }

    @Test
    void anOrderingIsAChainOfSoftmaxChoices() {
        double log = new PlackettLuce(3, 1).logProbabilityOfOrder(new double[] {0, Math.log(2), Math.log(3)}, 1, 0, 2);
        assertThat(Math.exp(log)).isCloseTo(2 / 6.0 * 1 / 4.0, within(1e-16));
    }

    @Test
    void aSetIsTheSumOfItsOrderings() {
        boolean[] subset = {true, false, false, true, false};
        double orderings = Math.exp(policy().logProbabilityOfOrder(five(), 0, 3))
                + Math.exp(policy().logProbabilityOfOrder(five(), 3, 0));
        assertThat(policy().probability(five(), subset)).isCloseTo(orderings, within(1e-15));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.002, 0.02, 0.5, 1e9})
    void theIntegralOverTheRaceIsTheSumOfAllOrderings(double temperature) {
        PlackettLuce policy = new PlackettLuce(3, temperature);
        double[] values = {0.1, -0.3, 0.5, 0.45, 0.44, -0.2};
        int[][] orders = {{0, 1, 2}, {0, 2, 1}, {1, 0, 2}, {1, 2, 0}, {2, 0, 1}, {2, 1, 0}};
        AllSubsets.of(6, 3).forEach(subset -> {
            int[] in = IntStream.range(0, 6).filter(i -> subset[i]).toArray();
            double[] logs = Arrays.stream(orders)
                    .mapToDouble(o -> policy.logProbabilityOfOrder(values, in[o[0]], in[o[1]], in[o[2]]))
                    .toArray();
            double most = Arrays.stream(logs).max().orElseThrow();
            double log = most
                    + Math.log(Arrays.stream(logs).map(x -> Math.exp(x - most)).sum());
            assertThat(policy.logProbability(values, subset)).isCloseTo(log, within(1e-13 * (1 - log)));
        });
    }

    @Test
    void aBeginningIsTheSumOfWhatCanFollow() {
        double sum = IntStream.range(0, 5)
                .mapToDouble(i -> Math.exp(policy().logProbabilityOfOrder(five(), 2, i)))
                .sum();
        assertThat(sum).isCloseTo(Math.exp(policy().logProbabilityOfOrder(five(), 2)), within(1e-15));
        assertThat(policy().logProbabilityOfOrder(five())).isZero();
        assertThat(policy().logProbabilityOfOrder(five(), 2, 2)).isEqualTo(Double.NEGATIVE_INFINITY);
    }

    @Test
    void ordersAreDrawnWithTheirProbability() {
        UniformRandomProvider random = Seed.of(2).child("order").generator();
        double[] values = {0, 0.5, 1};
        int first = 0;
        for (int i = 0; i < 100_000; i++) {
            int[] order = policy().order(values, random);
            first += order[0] == 2 && order[1] == 0 ? 1 : 0;
        }
        double p = Math.exp(policy().logProbabilityOfOrder(values, 2, 0));
        double standardError = Math.sqrt(p * (1 - p) * 100_000);
        assertThat((first - 100_000 * p) / standardError).isBetween(-4.5, 4.5);
        assertThat((first - 100_000 * (p + 0.01)) / standardError).isLessThan(-4.5);
    }

    /** With Gumbel noise from 53-bit uniforms the second would be the third as often as the value says, or never. */
    @Test
    void farBehindTheFirstTheRestIsStillDrawnByItsValues() {
        UniformRandomProvider random = Seed.of(3).child("tail").generator();
        double[] values = {0, -1e17, -1e17 - 16, Double.NEGATIVE_INFINITY};
        int second = 0;
        for (int i = 0; i < 10_000; i++) {
            second += new PlackettLuce(2, 16).order(values, random)[1] == 1 ? 1 : 0;
        }
        assertThat(second / 10_000.0).isCloseTo(1 / (1 + Math.exp(-1)), within(0.02));
    }

    @Test
    void logarithmsOfHopelessSetsAreFinite() {
        double log = new PlackettLuce(1, 1).logProbability(new double[] {0, -1e9}, new boolean[] {false, true});
        assertThat(log).isCloseTo(-1e9, within(1e-4));
    }

    @Test
    void moreThanThereAreIsRefused() {
        double[] values = {1, Double.NEGATIVE_INFINITY, 2};
        String message = "m = 3, must be at most 2, the number of open actions";
        PlackettLuce three = new PlackettLuce(3, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> three.inclusion(values))
                .withMessage(message);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> three.order(values, () -> 0))
                .withMessage(message);
    }

    @Test
    void whatIsNoBeginningIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy().logProbabilityOfOrder(five(), 0, 1, 2))
                .withMessage("beginning.length = 3, must be at most m = 2");
        assertThatThrownBy(() -> policy().logProbabilityOfOrder(five(), 5))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlackettLuce(0, 1))
                .withMessage("m = 0, must be >= 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PlackettLuce(1, Double.NaN))
                .withMessage("temperature = NaN, must be finite and > 0");
    }
}
