package kelvin.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import kelvin.policy.EpsilonGreedy;
import kelvin.policy.Uniform;
import kelvin.schedule.Constant;
import kelvin.world.CliffWalking;
import kelvin.world.Dynamics;
import kelvin.world.Solution;
import org.junit.jupiter.api.Test;

class QLearningTest implements AgentContract {
    @Override
    public AgentSpec agent() {
        return new QLearning(new EpsilonGreedy(0.2), new Constant(0.3), 0.9, 0);
    }

    /** Where the world is not random, α = 1 is allowed, and the values become those of dynamic programming. */
    @Test
    void whoeverActsTheOptimalValuesAreLearnt() {
        assertThat(largestError(new QLearning(new Uniform(), new Constant(1), 1, 0)))
                .isCloseTo(0, within(1e-9));
    }

    /** The twin: who learns the values of acting at random does not pass. */
    @Test
    void theValuesOfActingAtRandomAreOff() {
        assertThat(largestError(new ExpectedSarsa(new Uniform(), new Constant(1), 1, 0)))
                .isGreaterThan(100);
    }

    private static double largestError(AgentSpec spec) {
        CliffWalking cliff = new CliffWalking(3, 5);
        Solution optimal = Solution.optimal(Dynamics.of(cliff));
        Walks world = new Walks(cliff, 1);
        TemporalDifference agent = (TemporalDifference) spec.create(world, Walks.choices(1));
        world.episodes(agent, 300);
        double largest = 0;
        for (int state = 0; state < 11; state++) {
            for (int action = 0; action < 4; action++) {
                largest = Math.max(largest, Math.abs(agent.value(state, action) - optimal.value(state, action)));
            }
        }
        return largest;
    }
}
