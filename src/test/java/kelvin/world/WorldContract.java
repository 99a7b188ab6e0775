package kelvin.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The contract of every world. A world's test implements this and supplies the world. */
public interface WorldContract {
    /** The world under test. */
    World world();

    @Test
    default void everyDecisionLeadsSomewhere() {
        Dynamics dynamics = Policies.of(world());
        for (int state = 0; state < dynamics.states(); state++) {
            int now = state;
            long open = IntStream.range(0, dynamics.actions())
                    .filter(action -> dynamics.open(now, action))
                    .count();
            assertThat(open > 0).isEqualTo(!dynamics.ends(state));
        }
        assertThat(dynamics.ends(dynamics.start(0))).isFalse();
    }

    @Test
    default void outcomesAreADistributionOfFiniteRewardsAndTheSameWheneverAskedFor() {
        World world = world();
        for (int state = 0; state < Policies.of(world).states(); state++) {
            for (int action = 0; action < world.actions(); action++) {
                List<Transition> outcomes = world.outcomes(state, action);
                assertThat(world.outcomes(state, action)).isEqualTo(outcomes);
                assertThat(outcomes)
                        .allMatch(outcome -> outcome.probability() >= 0 && Double.isFinite(outcome.reward()));
                double total =
                        outcomes.stream().mapToDouble(Transition::probability).sum();
                assertThat(outcomes.isEmpty() || Math.abs(total - 1) < 1e-12).isTrue();
            }
        }
    }

    @Test
    default void itsActionsHaveNames() {
        assertThat(world().actionNames()).hasSize(world().actions()).doesNotHaveDuplicates();
    }

    /** Random play comes to an end and does no better than optimal play. */
    @Test
    default void episodesEndUnderARandomPolicy() {
        Dynamics dynamics = Policies.of(world());
        double random = Solution.under(dynamics, Policies.uniform(dynamics)).episode();
        assertThat(random)
                .isFinite()
                .isLessThanOrEqualTo(Solution.optimal(dynamics).episode());
    }

    /** Policy iteration would stop here: acting greedily by the optimal values is worth the optimal values. */
    @Test
    default void theGreedyPolicyOfTheOptimalValuesIsOptimal() {
        Dynamics dynamics = Policies.of(world());
        Solution optimal = Solution.optimal(dynamics);
        Solution greedy = Solution.under(dynamics, Policies.greedy(dynamics, optimal));
        for (int state = 0; state < dynamics.states(); state++) {
            assertThat(greedy.value(state)).isCloseTo(optimal.value(state), Policies.exact());
        }
    }
}
