package kelvin.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import kelvin.policy.EpsilonGreedy;
import kelvin.policy.Greedy;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;
import kelvin.schedule.Constant;
import kelvin.world.CliffWalking;
import org.junit.jupiter.api.Test;

class ExpectedSarsaTest implements AgentContract {
    @Override
    public AgentSpec agent() {
        return new ExpectedSarsa(new Softmax(0.3), new Constant(0.3), 0.9, 0);
    }

    @Test
    void theValuesOfThePolicyFollowedAreLearnt() {
        Chain.assertLearnt(new ExpectedSarsa(new Uniform(), new Constant(0.005), 1, 0.5), 0.08);
    }

    /** The draw of the next action is noise that only the sampled target has. */
    @Test
    void itsValuesScatterLessThanThoseOfSarsa() {
        double expected = meanError(new ExpectedSarsa(new Uniform(), new Constant(0.1), 1, 0.5));
        double sampled = meanError(new Sarsa(new Uniform(), new Constant(0.1), 1, 0.5));
        assertThat(expected).isLessThan(0.8 * sampled);
    }

    private static double meanError(AgentSpec spec) {
        return LongStream.range(0, 50)
                .mapToDouble(seed -> Chain.error(spec, 500, seed))
                .average()
                .orElseThrow();
    }

    /** Without exploration, what is expected is the maximum. */
    @Test
    void underGreedyItIsQLearning() {
        assertThat(meanReturn(new ExpectedSarsa(new Greedy(), new Constant(0.5), 1, 0)))
                .isEqualTo(meanReturn(new QLearning(new Greedy(), new Constant(0.5), 1, 0)));
        assertThat(meanReturn(new ExpectedSarsa(new EpsilonGreedy(0.1), new Constant(0.5), 1, 0)))
                .isNotEqualTo(meanReturn(new QLearning(new EpsilonGreedy(0.1), new Constant(0.5), 1, 0)));
    }

    private static double meanReturn(AgentSpec spec) {
        Walks world = new Walks(new CliffWalking(4, 12), 1);
        return world.episodes(spec.create(world, Walks.choices(1)), 100);
    }
}
