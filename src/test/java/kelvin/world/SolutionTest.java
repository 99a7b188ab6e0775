package kelvin.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/** Values of worlds whose episodes are long, against closed forms. */
class SolutionTest {
    /** A world of one action, in which the last state is the end. */
    private record Chain(int states, IntFunction<List<Transition>> step) implements World {
        @Override
        public int actions() {
            return 1;
        }

        @Override
        public List<Transition> starts() {
            return List.of(Transition.certain(0, 0));
        }

        @Override
        public List<Transition> outcomes(int state, int action) {
            return state == states - 1 ? List.of() : step.apply(state);
        }

        @Override
        public List<String> actionNames() {
            return List.of("go");
        }

        Solution solution() {
            Dynamics dynamics = Dynamics.of(this);
            double[][] certain = new double[states][];
            Arrays.fill(certain, new double[] {1});
            return Solution.under(dynamics, certain);
        }
    }

    /** Sweeping until nothing changed by 10⁻¹³ was off by 2.5·10⁻⁹ on longer chains, and took a million sweeps. */
    @Test
    void aFairWalkOfThreeThousandStatesIsRightToTwelveDigits() {
        int length = 2999;
        Dynamics dynamics = Dynamics.of(new RandomWalkChain(length, 0));
        Solution fair = Solution.under(dynamics, Policies.uniform(dynamics));
        for (int i = 1; i <= length; i += 13) {
            double exact = i / (length + 1.0);
            assertThat(fair.value(i)).isCloseTo(exact, within(1e-12 * exact));
        }
    }

    /** Tosses until n heads come in a row: 2ⁿ⁺¹ − 2. */
    @Test
    void aRunOfFiftyHeadsTakesTwoQuadrillionTosses() {
        Solution run = new Chain(
                        51, state -> List.of(new Transition(0.5, state + 1, 1, 0), new Transition(0.5, 0, 1, 0)))
                .solution();
        assertThat(run.episode()).isCloseTo(0x1p51 - 2, within(1e-12 * 0x1p51));
        assertThat(run.value(49)).isCloseTo(0x1p50, within(1e-12 * 0x1p50));
    }

    @Test
    void aStateThatIsHardlyEverLeftKeepsItsDigits() {
        double leave = 1e-14;
        Solution rare = new Chain(
                        2, state -> List.of(new Transition(1 - leave, 0, -1, 0), new Transition(leave, 1, -1, 0)))
                .solution();
        assertThat(rare.episode()).isCloseTo(-1 / leave, within(1e-12 / leave));
    }

    /** With one action, what is optimal is what that gives; value iteration would take quadrillions of sweeps. */
    @Test
    void optimalValuesOfLongEpisodesAreFoundToo() {
        Chain run =
                new Chain(51, state -> List.of(new Transition(0.5, state + 1, -1, 0), new Transition(0.5, 0, -1, 0)));
        assertThat(Solution.optimal(Dynamics.of(run)).episode()).isCloseTo(2 - 0x1p51, within(1e-12 * 0x1p51));
    }

    @Test
    void aWorldThatNeverEndsIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Chain(3, state -> List.of(Transition.certain(1 - state, 1))).solution())
                .withMessageContaining("from state 1 on, episodes need not end");
    }
}
