package kelvin.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.world.Blackjack;
import kelvin.world.Dynamics;
import kelvin.world.TicTacToe;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.junit.jupiter.api.Test;

/** The contract of every agent. An agent's test implements this and supplies the agent. */
public interface AgentContract {
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
    default void askingChangesNothing() {
        Walks world = new Walks(BOARDS, 1);
        Agent agent = agent().create(world, Walks.choices(4));
        List<Long> asked = new ArrayList<>();
        for (int episode = 1; episode <= 20; episode++) {
            world.episode(agent, episode, decision -> {
                agent.probabilities((int) (decision / 9), new double[9]);
                agent.values((int) (decision / 9), new double[9]);
                agent.temperature((int) (decision / 9));
                asked.add(decision);
            });
        }
        assertThat(asked).isEqualTo(decisions(4));
    }

    /** The probability reported is the probability used: in the first state of an episode that is given up again and again. */
    @Test
    default void choicesFollowTheProbabilities() {
        Walks world = new Walks(BOARDS, 1);
        Agent agent = agent().create(world, Walks.choices(5));
        world.episodes(agent, 20);
        int start = BOARDS.start(0);
        double[] p = new double[9];
        agent.begin(21, start);
        if (agent.probabilities(start, p)) {
            long[] counts = new long[9];
            for (int i = 0; i < 10_000; i++) {
                counts[agent.begin(21, start)]++;
            }
            assertThat(pValue(p, counts)).isGreaterThan(1e-6);
            assertThat(pValue(fivePercentMoved(p), counts)).isLessThan(1e-6);
        }
    }

    /** The p-value of the counts: 0 if an impossible action was taken, 1 if there was no choice. */
    private static double pValue(double[] p, long[] counts) {
        int[] possible = IntStream.range(0, p.length).filter(i -> p[i] > 0).toArray();
        double[] expected = Arrays.stream(possible).mapToDouble(i -> p[i]).toArray();
        long[] observed = Arrays.stream(possible).mapToLong(i -> counts[i]).toArray();
        if (Arrays.stream(observed).sum() < Arrays.stream(counts).sum()) {
            return 0;
        }
        return possible.length == 1
                ? 1
                : ChiSquareTest.withDefaults().test(expected, observed).getPValue();
    }

    private static double[] fivePercentMoved(double[] p) {
        int largest = IntStream.range(0, p.length).reduce(0, (i, j) -> p[j] > p[i] ? j : i);
        double[] moved = p.clone();
        moved[largest] -= 0.05;
        moved[(largest + 1) % p.length] += 0.05;
        return moved;
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
