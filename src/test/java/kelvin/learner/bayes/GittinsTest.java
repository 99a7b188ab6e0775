package kelvin.learner.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.IndexTable;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.learner.index.IndexPlayer;
import org.junit.jupiter.api.Test;

class GittinsTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new Gittins(0.9), new Gittins(0.999));
    }

    /** Beta(1, 1), γ = 0.9: s = 3.16, ψ = 0.63 − 0.26/√s; the exact index, from the tables of Gittins, is 0.7029. */
    @Test
    void theIndexIsBrezziAndLais() {
        double s = 1 / (3 * -Math.log(0.9));
        double wanted = 0.5 + Math.sqrt(0.25 / 3) * (0.63 - 0.26 / Math.sqrt(s));
        assertThat(Gittins.index(1, 1, -Math.log(0.9)))
                .isCloseTo(wanted, within(1e-15))
                .isCloseTo(0.7029, within(0.07));
    }

    @Test
    void everyPieceOfTheBoundaryNearlyMeetsTheNext() {
        for (double s : new double[] {0.2, 1, 5, 15}) {
            double below = Gittins.index(1, 1, 1 / (3 * s * (1 - 1e-9)));
            double above = Gittins.index(1, 1, 1 / (3 * s * (1 + 1e-9)));
            assertThat(above).isCloseTo(below, within(0.1 * Math.sqrt(0.25 / 3)));
        }
    }

    @Test
    void aDiscountOfOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Gittins(1))
                .withMessage("discount = 1.0, must be in (0, 1)");
    }

    /** Of the uniform prior and what has been seen; a closed action has none. */
    @Test
    void anIndexIsThatOfTheRewardsOfItsAction() {
        IndexPlayer player = (IndexPlayer) new Gittins(0.99).create(new BanditTask(3, 100), Players.random(1));
        IndexTable.teach(player, 0, 5, 4);
        IndexTable.teach(player, 1, 2, 0);
        player.open(BitSet.valueOf(new long[] {0b011}));
        double rate = -Math.log(0.99);
        assertThat(player.indices(8)[0]).isCloseTo(Gittins.index(5, 2, rate), within(1e-14));
        assertThat(player.indices(8)[1]).isCloseTo(Gittins.index(1, 3, rate), within(1e-14));
        assertThat(player.indices(8)[2]).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(player.select(8)).isZero();
    }
}
