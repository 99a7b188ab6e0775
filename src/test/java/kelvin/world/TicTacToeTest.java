package kelvin.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class TicTacToeTest implements WorldContract {
    @Override
    public World world() {
        return new TicTacToe(1);
    }

    @Test
    void bestPlayOnBothSidesIsADraw() {
        assertThat(Solution.optimal(Dynamics.of(new TicTacToe(0))).episode()).isZero();
    }

    /** Of two random players the first wins 737 games of 1260, the second 363, as is well known. */
    @Test
    void twoRandomPlayersWinAsOftenAsTheyShould() {
        Dynamics dynamics = Policies.of(world());
        double random = Solution.under(dynamics, Policies.uniform(dynamics)).episode();
        assertThat(random).isCloseTo((737 - 363) / 1260.0, Policies.exact());
    }

    /** The best against a random player draws one game in 192 and wins the others. */
    @Test
    void theBestAgainstARandomPlayerAlmostAlwaysWins() {
        assertThat(Solution.optimal(Policies.of(world())).episode()).isCloseTo(191 / 192.0, Policies.exact());
    }

    @Test
    void mistakesAreAProbability() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TicTacToe(2)).withMessageContaining("mistakes");
    }
}
