package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MinPTest implements PolicyContract {
    @Override
    public Policy policy() {
        return new MinP(new Softmax(0.5), 0.1);
    }

    @Override
    public Stream<Policy> variants() {
        return Stream.of(0.0, Double.MIN_VALUE, 0.05, 0.5, 1.0)
                .flatMap(share -> Stream.of(new MinP(new Softmax(1), share), new MinP(new Tsallis(1), share)));
    }

    @Test
    void actionsFarLessLikelyThanTheBestAreCut() {
        double[] values = {Math.log(8), Math.log(4), Math.log(2.1), Math.log(1.9)};
        assertThat(new MinP(new Softmax(1), 0.25).probabilities(values))
                .containsExactly(new double[] {8 / 14.1, 4 / 14.1, 2.1 / 14.1, 0}, within(2e-16));
    }

    @Test
    void theCutIsByValueWhateverTheNumberOfActions() {
        double[] values = new double[1000];
        values[0] = 3;
        assertThat(new MinP(new Softmax(1), 0.06).probabilities(values)).containsOnly(1, 0);
        assertThat(new MinP(new Softmax(1), 0.04).probabilities(values))
                .isEqualTo(new Softmax(1).probabilities(values));
    }

    @Test
    void aShareOfOneKeepsTheLikeliestAlone() {
        double[] values = {1, 4, -2, 4};
        assertThat(new MinP(new Softmax(1), 1).probabilities(values)).isEqualTo(new Greedy().probabilities(values));
    }

    @Test
    void numbersOfTheComponentAreReached() {
        assertThat(policy().with("policy.temperature", 3)).isEqualTo(new MinP(new Softmax(3), 0.1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 1.1, Double.NaN})
    void aShareOutsideItsRangeIsRefused(double share) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MinP(new Greedy(), share))
                .withMessage("share = " + share + ", must be in [0, 1]");
    }
}
