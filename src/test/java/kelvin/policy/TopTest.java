package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import kelvin.numeric.Weights;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TopTest implements PolicyContract {
    @Override
    public Policy policy() {
        return new Top(new Softmax(0.5), 2);
    }

    @Override
    public Stream<Policy> variants() {
        return Stream.of(1, 2, 7, Integer.MAX_VALUE)
                .flatMap(k -> Stream.of(new Top(new Softmax(1), k), new Top(new Uniform(), k)));
    }

    @Override
    public double replacement(String parameter) {
        return 5;
    }

    @Test
    void thePolicySeesTheBestActionsAlone() {
        double[] softmax = new Softmax(0.5).probabilities(2, 3);
        assertThat(policy().probabilities(1, 2, 3)).containsExactly(0, softmax[0], softmax[1]);
    }

    @Test
    void actionsTiedWithTheLastStayToo() {
        assertThat(new Top(new Uniform(), 2).probabilities(2, 3, 1, 2)).containsExactly(1 / 3.0, 1 / 3.0, 0, 1 / 3.0);
    }

    @Test
    void closedActionsAreNotAmongTheBest() {
        assertThat(new Top(new Uniform(), 3).probabilities(Double.NEGATIVE_INFINITY, 1, 2))
                .containsExactly(0, 0.5, 0.5);
    }

    @Test
    void theBestAloneIsGreedy() {
        double[] values = {1, 4, -2, 4};
        assertThat(new Top(new Softmax(1), 1).probabilities(values)).isEqualTo(new Greedy().probabilities(values));
    }

    @Test
    void numbersOfTheComponentAreReached() {
        assertThat(policy().with("policy.temperature", 3)).isEqualTo(new Top(new Softmax(3), 2));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.5, 3e9, Double.NaN})
    void aKThatIsNotAWholeNumberIsRefused(double k) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> policy().with("k", k))
                .withMessage("k = " + k + ", must be a whole number");
    }

    @Test
    void itDrawsWhatItsProbabilitiesWould() {
        for (Policy among : new Policy[] {new Softmax(1), new SigmoidGate(0.5, 0.2), new Tsallis(1)}) {
            assertThat(differences(new Top(among, 40), new Top(among, 40))).isZero();
        }
    }

    @Test
    void oneActionMoreIsNoticed() {
        assertThat(differences(new Top(new Softmax(1), 4), new Top(new Softmax(1), 5)))
                .isPositive();
    }

    /** Counts the draws of a policy that differ from those by the probabilities of another, from the same numbers. */
    private static int differences(Policy drawn, Policy other) {
        UniformRandomProvider random = Seed.of(1).generator();
        UniformRandomProvider same = Seed.of(1).generator();
        int differences = 0;
        for (int i = 0; i < 200; i++) {
            double[] values = Seed.of(i).generator().doubles(1000).toArray();
            values[i] = Double.NEGATIVE_INFINITY;
            double[] p = other.probabilities(values);
            differences += drawn.select(values, random) == Weights.draw(p, same) ? 0 : 1;
        }
        return differences;
    }

    @Test
    void aKBelowOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Top(new Greedy(), 0))
                .withMessage("k = 0, must be >= 1");
    }
}
