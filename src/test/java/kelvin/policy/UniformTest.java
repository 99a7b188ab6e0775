package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class UniformTest implements PolicyContract {
    @Override
    public Policy policy() {
        return new Uniform();
    }

    @Test
    void allOpenActionsAreEquallyLikely() {
        assertThat(policy().probabilities(1, 3, 1e308)).containsOnly(1.0 / 3);
        assertThat(policy().probabilities(1, Double.NEGATIVE_INFINITY, 2)).containsExactly(0.5, 0, 0.5);
    }
}
