package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kelvin.agent.AgentSpec;
import kelvin.agent.QLearning;
import kelvin.agent.Uct;
import kelvin.metric.ActionMap;
import kelvin.policy.EpsilonGreedy;
import kelvin.policy.Greedy;
import kelvin.random.Seed;
import kelvin.schedule.Constant;
import kelvin.world.Blackjack;
import kelvin.world.CliffWalking;
import kelvin.world.World;
import org.junit.jupiter.api.Test;

class ActionMapTest {
    private static final AgentSpec WALKER = new QLearning(new EpsilonGreedy(0.2), new Constant(1), 1, 0);

    private static List<ActionMap> maps(World world, AgentSpec walker, long episodes, int repetitions) {
        long[] report = {episodes};
        return new Simulation(world, Map.of("agent", walker), report, repetitions, Seed.of(1))
                .play("?", 2, decisions -> {})
                .maps();
    }

    /** Every repetition counts, not the first few: after one episode no two have learnt the same. */
    @Test
    void aMapIsTheMeanOfAllRepetitions() {
        double nine = maps(new CliffWalking(3, 5), WALKER, 1, 9).get(0).probabilities()[10][0];
        double ten = maps(new CliffWalking(3, 5), WALKER, 1, 10).get(0).probabilities()[10][0];
        assertThat(10 * ten - 9 * nine).isBetween(0.05 - 1e-9, 0.85 + 1e-9);
        assertThat(ten).isNotEqualTo(nine);
    }

    /** Along the edge of a small cliff the optimal move, right, has 1 − ε + ε/4; nothing is decided on the cliff and at the goal. */
    @Test
    void aMapShowsWhatIsDoneWhere() {
        List<ActionMap> maps = maps(new CliffWalking(3, 5), WALKER, 500, 11);
        double[][] p = maps.get(0).probabilities();
        assertThat(p.length).isEqualTo(15);
        assertThat(p[6][1]).isCloseTo(0.85, within(1e-12));
        assertThat(p[12]).isEmpty();
        assertThat(p[14]).isEmpty();
        assertThat(maps.get(0).starts()).containsExactly(10);
        assertThat(maps.get(0).goals()).containsExactly(14);
        assertThat(Arrays.stream(p).filter(row -> row.length > 0))
                .allSatisfy(row -> assertThat(Arrays.stream(row).sum()).isCloseTo(1, within(1e-12)));
    }

    @Test
    void thereIsNoMapWithoutAGridOrAClosedForm() {
        AgentSpec search = new Uct(1, 0, new Greedy(), 20);
        assertThat(maps(new Blackjack(), WALKER, 1, 1)).isEmpty();
        assertThat(maps(new CliffWalking(3, 5), search, 1, 1)).isEmpty();
    }
}
