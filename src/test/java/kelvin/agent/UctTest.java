package kelvin.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import kelvin.policy.Greedy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.Softmax;
import kelvin.world.MaximizationBias;
import kelvin.world.RandomWalkChain;
import kelvin.world.TicTacToe;
import org.junit.jupiter.api.Test;

class UctTest implements AgentContract {
    @Override
    public AgentSpec agent() {
        return new Uct(30, 1.4, new Greedy(), 100);
    }

    private static double meanReturn(PolicySchedule policy, double exploration, int simulations) {
        Walks world = new Walks(new TicTacToe(0), 1);
        return world.episodes(new Uct(simulations, exploration, policy, 9).create(world, Walks.choices(1)), 20);
    }

    /** By dynamic programming a draw is the best there is against an opponent without mistakes. */
    @Test
    void whoSearchesEnoughNeverLoses() {
        assertThat(meanReturn(new Greedy(), 1.4, 1000)).isZero();
    }

    @Test
    void aSoftmaxAtTheNodesDoesNotLoseEither() {
        assertThat(meanReturn(new Softmax(0.1), 0, 1000)).isZero();
    }

    /** The twin: who hardly searches does. */
    @Test
    void whoHardlySearchesLoses() {
        assertThat(meanReturn(new Greedy(), 1.4, 10)).isNegative();
    }

    @Test
    void whatLiesBeyondItsReachCountsNothing() {
        Walks walk = new Walks(new RandomWalkChain(9, 0.9), 1);
        Agent near = new Uct(2000, 1.4, new Greedy(), 1).create(walk, Walks.choices(1));
        assertThat(near.begin(1, 1)).isZero();
        assertThat(near.begin(1, 9)).isEqualTo(1);
    }

    @Test
    void noiseIsAveragedAway() {
        Walks world = new Walks(new MaximizationBias(10), 1);
        Agent agent = new Uct(5000, 1.4, new Greedy(), 10).create(world, Walks.choices(1));
        assertThat(agent.begin(1, 0)).isEqualTo(1);
    }

    @Test
    void withoutAModelThereIsNothingToSearch() {
        Task blind = new Task() {
            @Override
            public int states() {
                return 1;
            }

            @Override
            public int actions() {
                return 1;
            }

            @Override
            public boolean open(int state, int action) {
                return true;
            }
        };
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Uct(1, 1, new Greedy(), 1).create(blind, Walks.choices(1)))
                .withMessageContaining("needs a model");
    }
}
