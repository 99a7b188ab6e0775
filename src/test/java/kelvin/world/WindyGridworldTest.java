package kelvin.world;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WindyGridworldTest implements WorldContract {
    @Override
    public World world() {
        return new WindyGridworld(false, true);
    }

    /** Sutton and Barto (2018), example 6.5. */
    @Test
    void theShortestWayTakesFifteenSteps() {
        assertThat(optimal(false, false)).isEqualTo(-15);
    }

    /** Exercise 6.9; worked out by hand: seven columns to the right, and the wind lifts as much as diagonals lower. */
    @Test
    void aKingTakesSeven() {
        assertThat(optimal(true, false)).isEqualTo(-7);
    }

    @Test
    void aWindThatVariesCostsAKingMore() {
        assertThat(optimal(true, true)).isLessThan(-7);
    }

    private static double optimal(boolean king, boolean varies) {
        return Solution.optimal(Dynamics.of(new WindyGridworld(king, varies))).episode();
    }

    @Test
    void theWindLiftsByTheColumnAMoveStartsFrom() {
        int fourthRowSixthColumn = 3 * 10 + 6;
        assertThat(new WindyGridworld(false, false).outcomes(fourthRowSixthColumn, 1))
                .containsExactly(new Transition(1, 10 + 7, -1, 0));
    }
}
