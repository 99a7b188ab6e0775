package kelvin.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CliffWalkingTest implements WorldContract {
    private static final int UP = 0;
    private static final int RIGHT = 1;
    private static final int START = 36;

    @Override
    public World world() {
        return new CliffWalking(4, 12);
    }

    @ParameterizedTest
    @CsvSource({"4, 12, -13", "2, 3, -4", "6, 20, -21"})
    void theShortestWayRunsAlongTheEdge(int rows, int columns, double shortest) {
        Solution optimal = Solution.optimal(Dynamics.of(new CliffWalking(rows, columns)));
        assertThat(optimal.episode()).isEqualTo(shortest);
    }

    @Test
    void whoFallsStartsAgainAndLosesAHundred() {
        assertThat(world().outcomes(START, RIGHT)).containsExactly(new Transition(1, START, -100, 0));
        Solution optimal = Solution.optimal(Dynamics.of(world()));
        assertThat(optimal.value(START, UP)).isEqualTo(-13);
        assertThat(optimal.value(START, RIGHT)).isEqualTo(-113);
    }

    @Test
    void nothingMovesAtTheEdge() {
        assertThat(world().outcomes(0, UP)).containsExactly(new Transition(1, 0, -1, 0));
    }

    @Test
    void aGridWithoutRoomForACliffIsRejected() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CliffWalking(4, 2))
                .withMessageContaining("columns");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CliffWalking(1, 12))
                .withMessageContaining("rows");
    }
}
