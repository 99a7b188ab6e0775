package kelvin.learner.slate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import kelvin.contract.Slate;
import kelvin.learner.BanditTask;
import kelvin.learner.Players;
import org.junit.jupiter.api.Test;

class CombUcb1Test implements SlateLearnerContract {
    @Override
    public SlateSpec spec() {
        return new CombUcb1(2, 1.5);
    }

    private static SlateLearner player(int m, double exploration, int actions) {
        return new CombUcb1(m, exploration).create(new BanditTask(actions, 100), Players.random(1));
    }

    private static void teach(SlateLearner player, int action, double... rewards) {
        for (double reward : rewards) {
            Slate slate = new Slate(3);
            slate.add(action);
            slate.see(reward);
            player.observe(1, slate);
        }
    }

    private static int[] choice(SlateLearner player, long step) {
        Slate slate = new Slate(3);
        player.select(step, slate);
        return IntStream.range(0, slate.size()).map(slate::action).toArray();
    }

    /** At step 8, with √(1.5·ln 7) = 1.7085: 0.5 + 1.7085/√4 = 1.354, 1 + 1.7085/√9 = 1.570, 0 + 1.7085 = 1.709. */
    @Test
    void theLargestBoundsAreShownTheLargestFirst() {
        SlateLearner player = player(2, 1.5, 3);
        teach(player, 0, 0, 1, 0, 1);
        teach(player, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        teach(player, 2, 0);
        assertThat(choice(player, 8)).containsExactly(2, 1);
        SlateLearner bold = player(2, 0.3, 3);
        teach(bold, 0, 0, 1, 0, 1);
        teach(bold, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1);
        teach(bold, 2, 0);
        // √(0.3·ln 7) = 0.764: 0.882, 1.255, 0.764
        assertThat(choice(bold, 8)).containsExactly(1, 0);
    }

    @Test
    void whatWasNeverSeenComesFirst() {
        SlateLearner player = player(2, 1.5, 3);
        teach(player, 0, 1);
        assertThat(choice(player, 2)).containsExactlyInAnyOrder(1, 2);
    }

    @Test
    void tiesShareThePlacesThatAreLeft() {
        double[] inclusion = new double[3];
        SlateLearner player = player(2, 1.5, 3);
        teach(player, 1, 0.25);
        player.inclusion(2, inclusion);
        assertThat(inclusion).containsExactly(1, 0, 1);
        teach(player, 0, 0.25);
        teach(player, 2, 1);
        player.inclusion(4, inclusion);
        assertThat(inclusion).containsExactly(new double[] {0.5, 0.5, 1}, within(1e-15));
    }

    @Test
    void whatIsImpossibleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CombUcb1(0, 1.5))
                .withMessage("m = 0, must be >= 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> player(4, 1.5, 3))
                .withMessage("m = 4, must be at most 3, the number of actions");
    }
}
