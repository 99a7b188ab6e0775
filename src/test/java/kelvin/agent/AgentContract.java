package kelvin.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import kelvin.world.Blackjack;
import kelvin.world.Dynamics;
import kelvin.world.TicTacToe;
import org.junit.jupiter.api.Test;

/** What every agent promises. An agent's test implements this and supplies the agent. */
interface AgentContract {
    /** Noughts and crosses: many states, and in each of them other actions are open. */
    Dynamics BOARDS = Dynamics.of(new TicTacToe(1));

    /** The agent under test. */
    AgentSpec agent();

    private List<Long> decisions(long seed) {
        Walks world = new Walks(BOARDS, 1);
        Agent agent = agent().create(world, Walks.choices(seed));
        List<Long> decisions = new ArrayList<>();
        for (int episode = 1; episode <= 20; episode++) {
            world.episode(agent, episode, decisions::add);
        }
        return decisions;
    }

    @Test
    default void equalSeedsDecideEqually() {
        assertThat(decisions(1)).isEqualTo(decisions(1)).isNotEqualTo(decisions(2));
    }

    @Test
    default void onlyOpenActionsAreTaken() {
        Walks world = new Walks(BOARDS, 1);
        assertThat(decisions(3)).allMatch(pair -> world.open((int) (pair / 9), (int) (pair % 9)));
    }

    @Test
    default void reportedProbabilitiesAreADistributionOverOpenActions() {
        Walks world = new Walks(BOARDS, 1);
        Agent agent = agent().create(world, Walks.choices(1));
        world.episodes(agent, 20);
        double[] p = new double[9];
        int crossInTheCentreNoughtInTheCorner = 81 + 2;
        if (agent.probabilities(crossInTheCentreNoughtInTheCorner, p)) {
            assertThat(Arrays.stream(p).sum()).isCloseTo(1, within(1e-12));
            assertThat(p[0] + p[4]).isZero();
        }
    }

    @Test
    default void anEpisodeMayBeGivenUp() {
        Walks world = new Walks(new Blackjack(), 1);
        Agent agent = agent().create(world, Walks.choices(1));
        for (int episode = 1; episode <= 5; episode++) {
            agent.begin(episode, 0);
            agent.step(0, 40);
        }
        assertThat(world.episodes(agent, 5)).isBetween(-1.0, 1.0);
    }
}
