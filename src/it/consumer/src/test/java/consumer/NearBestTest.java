package consumer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import kelvin.policy.Policy;
import kelvin.policy.PolicyContract;
import org.junit.jupiter.api.Test;

/** Holds a policy of another author to all that Kelvin's own policies are held to. */
class NearBestTest implements PolicyContract {
    @Override
    public Policy policy() {
        return new NearBest(0.5);
    }

    @Override
    public Stream<Policy> variants() {
        return Stream.of(0.0, 0.25, 1e300).map(NearBest::new);
    }

    @Test
    void onlyValuesNearTheBestAreChosen() {
        assertThat(new NearBest(0.5).probabilities(1, 0.75, 0)).containsExactly(0.5, 0.5, 0);
    }
}
