package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.numeric.Weights;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NucleusTest implements PolicyContract {
    /** Values whose softmax at temperature 1 is 0.5, 0.25, 0.125, 0.125 but for rounding. */
    private static final double[] HALVES = {Math.log(0.5), Math.log(0.25), Math.log(0.125), Math.log(0.125)};

    @Override
    public Policy policy() {
        return new Nucleus(new Softmax(0.5), 0.9);
    }

    @Override
    public Stream<Policy> variants() {
        return Stream.of(Double.MIN_VALUE, 0.5, 0.9, 1 - 0x1p-53, 1.0)
                .flatMap(mass -> Stream.of(new Nucleus(new Softmax(1), mass), new Nucleus(new Tsallis(1), mass)));
    }

    @Test
    void theSmallestSetWithTheMassKeepsItsProportions() {
        assertThat(new Nucleus(new Softmax(1), 0.7).probabilities(HALVES))
                .containsExactly(new double[] {2 / 3.0, 1 / 3.0, 0, 0}, within(2e-16));
        assertThat(new Nucleus(new Softmax(1), 0.01).probabilities(HALVES)).containsExactly(1, 0, 0, 0);
    }

    @Test
    void actionsAsLikelyAsTheLastStayToo() {
        assertThat(new Nucleus(new Softmax(1), 0.8).probabilities(HALVES))
                .containsExactly(new Softmax(1).probabilities(HALVES), within(2e-16));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.75})
    void aSetThatFallsShortByRoundingIsLargeEnough(double mass) {
        double[] p = new Nucleus(new Softmax(1), mass).probabilities(HALVES);
        assertThat(p[mass == 0.5 ? 1 : 2]).isZero();
    }

    @Test
    void theWholeMassKeepsEveryActionThatHasAny() {
        double[] values = {0, -700, Double.NEGATIVE_INFINITY, -40};
        assertThat(new Nucleus(new Softmax(1), 1).probabilities(values))
                .isEqualTo(new Softmax(1).probabilities(values));
    }

    @Test
    void itDrawsWhatItsProbabilitiesWould() {
        assertThat(differences(policy())).isZero();
    }

    @Test
    void anotherMassIsNoticed() {
        assertThat(differences(new Nucleus(new Softmax(1), 0.8))).isPositive();
    }

    /** Counts the draws of a policy that differ from those by the probabilities of the one tested, from the same numbers. */
    private int differences(Policy drawn) {
        UniformRandomProvider random = Seed.of(1).generator();
        UniformRandomProvider same = Seed.of(1).generator();
        int differences = 0;
        for (int i = 0; i < 200; i++) {
            double[] values =
                    Seed.of(i).generator().doubles(1000).map(x -> 9 * x * x).toArray();
            double[] p = policy().probabilities(values);
            differences += drawn.select(values, random) == Weights.draw(p, same) ? 0 : 1;
        }
        return differences;
    }

    @Test
    void numbersOfTheComponentAreReached() {
        assertThat(policy().with("policy.temperature", 3)).isEqualTo(new Nucleus(new Softmax(3), 0.9));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -0.1, 1.1, Double.NaN})
    void aMassOutsideItsRangeIsRefused(double mass) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Nucleus(new Greedy(), mass))
                .withMessage("mass = " + mass + ", must be in (0, 1]");
    }
}
