package kelvin.policy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class GreedyTest implements PolicyContract {
    @Override
    public Policy policy() {
        return new Greedy();
    }

    @Test
    void theBestActionIsCertain() {
        assertThat(policy().probabilities(1, 3, 2)).containsExactly(0, 1, 0);
        assertThat(policy().probabilities(-3, -1, -2)).containsExactly(0, 1, 0);
    }

    @Test
    void theBestActionsShareEqually() {
        assertThat(policy().probabilities(3, 1, 3, 3)).containsExactly(1.0 / 3, 0, 1.0 / 3, 1.0 / 3);
        assertThat(policy().probabilities(0.0, -0.0)).containsExactly(0.5, 0.5);
    }

    @Test
    void theSmallestGapDecides() {
        assertThat(policy().probabilities(1, Math.nextUp(1.0))).containsExactly(0, 1);
    }
}
