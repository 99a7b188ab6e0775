package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kelvin.agent.QLearning;
import kelvin.agent.Uct;
import kelvin.metric.ActionMap;
import kelvin.policy.EpsilonGreedy;
import kelvin.policy.Greedy;
import kelvin.random.Seed;
import kelvin.schedule.Constant;
import kelvin.world.Blackjack;
import kelvin.world.CliffWalking;
import org.junit.jupiter.api.Test;

class ActionMapTest {
    private static final Walker WALKER = new Walker(new QLearning(new EpsilonGreedy(0.2), new Constant(1), 1, 0));

    /** Along the edge of a small cliff the optimal move, right, has 1 − ε + ε/4; nothing is decided on the cliff and at the goal. */
    @Test
    void aMapShowsWhatIsDoneWhere() {
        List<ActionMap> maps = new Episodes(new CliffWalking(3, 5)).maps(Map.of("q", WALKER), 500, 3, Seed.of(1));
        double[][] p = maps.get(0).probabilities();
        assertThat(p.length).isEqualTo(15);
        assertThat(p[6][1]).isCloseTo(0.85, within(1e-12));
        assertThat(p[12]).isEmpty();
        assertThat(p[14]).isEmpty();
        assertThat(Arrays.stream(p).filter(row -> row.length > 0))
                .allSatisfy(row -> assertThat(Arrays.stream(row).sum()).isCloseTo(1, within(1e-12)));
    }

    @Test
    void thereIsNoMapWithoutAGridOrAClosedForm() {
        Walker search = new Walker(new Uct(1, 0, new Greedy(), 20));
        assertThat(new Episodes(new Blackjack()).maps(Map.of("q", WALKER), 1, 1, Seed.of(1)))
                .isEmpty();
        assertThat(new Episodes(new CliffWalking(3, 5)).maps(Map.of("uct", search), 1, 1, Seed.of(1)))
                .isEmpty();
    }
}
