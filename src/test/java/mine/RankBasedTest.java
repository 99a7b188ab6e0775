package mine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import kelvin.policy.Policy;
import kelvin.policy.PolicyContract;
import org.junit.jupiter.api.Test;

class RankBasedTest implements PolicyContract {
    @Override
    public Policy policy() {
        return new RankBased(2);
    }

    @Override
    public Stream<Policy> variants() {
        return Stream.of(0.0, 0.7, 1e300).map(RankBased::new);
    }

    @Test
    void theSecondOfTwoHasAQuarterOfTheChanceOfTheFirst() {
        assertThat(policy().probabilities(0.5, 0.6)).containsExactly(0.2, 0.8);
    }
}
