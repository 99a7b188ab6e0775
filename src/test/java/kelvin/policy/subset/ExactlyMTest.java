package kelvin.policy.subset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.Reference.Row;
import kelvin.contract.InvalidValue;
import kelvin.policy.AllSubsets;
import kelvin.policy.Softmax;
import kelvin.policy.SubsetReference;
import kelvin.policy.ValueArrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExactlyMTest implements SubsetPolicyContract {
    @Override
    public SubsetPolicy policy() {
        return new ExactlyM(2, 0.5);
    }

    @Override
    public Stream<SubsetPolicy> variants(int open) {
        return IntStream.of(1, 2, 3, open)
                .filter(m -> m <= open)
                .distinct()
                .boxed()
                .flatMap(m -> Stream.of(Double.MIN_VALUE, 0.3, 1e300).map(temperature -> new ExactlyM(m, temperature)));
    }

    static Stream<Row> cases() {
        return SubsetReference.rows();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void inclusionIsRightToTheLastDigits(Row row) {
        ExactlyM policy = new ExactlyM((int) row.number("m"), row.number("tau_hex"));
        SubsetReference.assertInclusion(policy, row, "exactly_hex", 3e-14);
    }

    @Test
    void exactlyOneGateIsSoftmax() {
        ValueArrays.each(values -> {
            Softmax softmax = new Softmax(0.5);
            double[] p = softmax.probabilities(values);
            double[] inclusion = new ExactlyM(1, 0.5).inclusion(values);
            for (int i = 0; i < p.length; i++) {
                boolean[] alone = new boolean[p.length];
                alone[i] = true;
                double log = softmax.logProbability(values, i);
                assertThat(inclusion[i]).isCloseTo(p[i], within(Math.max(p[i] * 1e-12, 4 * Double.MIN_VALUE)));
                assertThat(log == Double.NEGATIVE_INFINITY
                                || new ExactlyM(1, 0.5).logProbability(values, alone) - log < 1e-12 * (1 - log))
                        .isTrue();
            }
        });
    }

    /** Where independent gates stand does not matter once it is known how many are open. */
    @ParameterizedTest
    @ValueSource(doubles = {-1, 0.4, 3})
    void itIsIndependentGatesGivenTheirNumber(double threshold) {
        IndependentGates gates = new IndependentGates(threshold, 0.5);
        double exactly = AllSubsets.of(5, 2)
                .mapToDouble(s -> gates.probability(five(), s))
                .sum();
        AllSubsets.of(5, 2)
                .forEach(subset -> assertThat(policy().probability(five(), subset))
                        .isCloseTo(gates.probability(five(), subset) / exactly, within(1e-15)));
    }

    @Test
    void coldTakesTheBestAndSharesTiesAtTheEdge() {
        double[] inclusion = new ExactlyM(2, 1e-9).inclusion(3, 1, 1, 0, -1);
        assertThat(inclusion).containsExactly(new double[] {1, 0.5, 0.5, 0, 0}, within(1e-15));
    }

    @Test
    void hotTakesAny() {
        assertThat(new ExactlyM(2, 1e18).inclusion(five()))
                .containsExactly(new double[] {0.4, 0.4, 0.4, 0.4, 0.4}, within(1e-15));
    }

    /** A set that is nearly certain: what is missing to 1 keeps its digits. */
    @Test
    void logarithmsNear0KeepTheirDigits() {
        double log = new ExactlyM(2, 1).logProbability(new double[] {700, 700, 0}, new boolean[] {true, true, false});
        assertThat(log).isCloseTo(-2 * Math.exp(-700), within(1e-12 * Math.exp(-700)));
    }

    @Test
    void logarithmsOfHopelessSetsAreFinite() {
        double log = new ExactlyM(1, 1).logProbability(new double[] {0, -1e9}, new boolean[] {false, true});
        assertThat(log).isEqualTo(-1e9);
    }

    @Test
    void halfOfAThousandIsStillExact() {
        double[] values = IntStream.range(0, 1000).mapToDouble(Math::sin).toArray();
        assertThat(new ExactlyM(500, 0.1).expectedSize(values)).isCloseTo(500, within(1e-10));
    }

    @Test
    void moreThanThereAreIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExactlyM(3, 1).inclusion(1, Double.NEGATIVE_INFINITY, 2))
                .isInstanceOf(InvalidValue.class)
                .withMessage("m = 3, must be at most 2, the number of open actions");
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExactlyM(0, 1))
                .withMessage("m = 0, must be >= 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ExactlyM(1, 0))
                .withMessage("temperature = 0.0, must be finite and > 0");
    }
}
