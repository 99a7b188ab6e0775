package kelvin.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RandomWalkChainTest implements WorldContract {
    @Override
    public World world() {
        return new RandomWalkChain(5, 0);
    }

    /** Sutton and Barto (2018), examples 6.2 and 7.1: the values lie on a line between the ends. */
    @ParameterizedTest
    @CsvSource({"5, 0", "19, -1"})
    void theValuesOfAFairWalkLieOnALine(int length, double left) {
        Dynamics dynamics = Dynamics.of(new RandomWalkChain(length, left));
        Solution fair = Solution.under(dynamics, Policies.uniform(dynamics));
        for (int i = 1; i <= length; i++) {
            assertThat(fair.value(i)).isCloseTo(left + (1 - left) * i / (length + 1), Policies.exact());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 4, -1})
    void aChainWithoutAMiddleIsRejected(int length) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RandomWalkChain(length, 0))
                .withMessageContaining("odd");
    }
}
