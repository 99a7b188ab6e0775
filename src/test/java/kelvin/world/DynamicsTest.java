package kelvin.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class DynamicsTest {
    private static final double LARGEST = 1 - 0x1p-53;

    /** One decision with these outcomes. */
    private record OneDecision(List<Transition> outcomes) implements World {
        @Override
        public int states() {
            return 4;
        }

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
            return state == 0 ? outcomes : List.of();
        }

        @Override
        public List<String> actionNames() {
            return List.of("go");
        }
    }

    private static int outcomeAt(Dynamics dynamics, double uniform) {
        return dynamics.next(dynamics.outcome(0, 0, uniform));
    }

    @Test
    void outcomesDivideTheUniformNumbersByTheirProbabilities() {
        Dynamics dynamics = Dynamics.of(new OneDecision(
                List.of(new Transition(0.25, 1, 0, 0), new Transition(0.25, 2, 0, 0), new Transition(0.5, 3, 0, 0))));
        assertThat(outcomeAt(dynamics, 0)).isEqualTo(1);
        assertThat(outcomeAt(dynamics, Math.nextDown(0.25))).isEqualTo(1);
        assertThat(outcomeAt(dynamics, 0.25)).isEqualTo(2);
        assertThat(outcomeAt(dynamics, 0.5)).isEqualTo(3);
        assertThat(outcomeAt(dynamics, LARGEST)).isEqualTo(3);
    }

    @Test
    void probabilitiesThatDoNotSumToOneAreRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Dynamics.of(new OneDecision(List.of(new Transition(0.9, 1, 0, 0)))))
                .withMessage("state 0, action 0: probabilities sum to 0.9, must sum to 1");
    }

    @Test
    void aWorldWithoutAnEndHasNoValues() {
        Dynamics round = Dynamics.of(new OneDecision(List.of(Transition.certain(0, -1))));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Solution.optimal(round))
                .withMessageContaining("need not end");
    }
}
