package kelvin.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import kelvin.policy.Greedy;
import kelvin.policy.Softmax;
import kelvin.world.RandomWalkChain;
import kelvin.world.WindyGridworld;
import org.junit.jupiter.api.Test;

class ActorCriticTest implements AgentContract {
    @Override
    public AgentSpec agent() {
        return new ActorCritic(new Softmax(0.5), 0.1, 0.2, 0.9);
    }

    /** An actor that hardly moves stays at random, and the critic learns the values of the fair walk. */
    @Test
    void theCriticLearnsTheValuesOfTheActor() {
        Walks world = new Walks(new RandomWalkChain(5, 0), 1);
        ActorCritic.Player agent = new ActorCritic(new Softmax(1), 1e-9, 0.005, 1).create(world, Walks.choices(1));
        world.episodes(agent, 20_000);
        for (int i = 1; i <= 5; i++) {
            assertThat(agent.value(i)).isCloseTo(i / 6.0, within(0.06));
        }
    }

    @Test
    void theActorFindsItsWay() {
        Walks world = new Walks(new WindyGridworld(false, false), 1);
        Agent agent = new ActorCritic(new Softmax(1), 0.1, 0.2, 1).create(world, Walks.choices(1));
        world.episodes(agent, 2000);
        assertThat(world.episodes(agent, 100)).isBetween(-17.0, -15.0);
    }

    @Test
    void aPolicyWithoutGradientsIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ActorCritic(new Greedy(), 0.1, 0.1, 1))
                .withMessageContaining("policy with gradients");
    }
}
