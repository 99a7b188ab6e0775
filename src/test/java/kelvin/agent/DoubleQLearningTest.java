package kelvin.agent;

import static org.assertj.core.api.Assertions.assertThat;

import kelvin.policy.EpsilonGreedy;
import kelvin.policy.Greedy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.Uniform;
import kelvin.schedule.Constant;
import kelvin.world.CliffWalking;
import org.junit.jupiter.api.Test;

class DoubleQLearningTest implements AgentContract {
    private static final PolicySchedule FIRST_LEARN_THEN_ACT = episode -> episode <= 300 ? new Uniform() : new Greedy();

    @Override
    public AgentSpec agent() {
        return new DoubleQLearning(new EpsilonGreedy(0.2), new Constant(0.3), 0.9, 0);
    }

    @Test
    void theShortestWayIsFound() {
        Walks world = new Walks(new CliffWalking(3, 5), 1);
        Agent agent = new DoubleQLearning(FIRST_LEARN_THEN_ACT, new Constant(1), 1, 0).create(world, Walks.choices(1));
        world.episodes(agent, 300);
        assertThat(world.episode(agent, 301, decision -> {})).isEqualTo(-6);
    }
}
