package kelvin.learner.nonstationary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.learner.index.Index;
import kelvin.learner.index.IndexPlayer;
import org.junit.jupiter.api.Test;

class SlidingWindowUcbTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new SlidingWindowUcb(20, 0.6, 1));
    }

    private static IndexPlayer player() {
        IndexPlayer player =
                (IndexPlayer) new SlidingWindowUcb(3, 0.6, 2).create(new BanditTask(2, 1000), Players.random(1));
        player.observe(1, 0, 1);
        player.observe(2, 1, 0);
        player.observe(3, 1, 1);
        return player;
    }

    @Test
    void theIndexIsThatOfTheWindow() {
        double width = 2 * Math.sqrt(0.6 * Math.log(3));
        assertThat(player().indices(4))
                .containsExactly(new double[] {1 + width, 0.5 + width / Math.sqrt(2)}, within(1e-12));
    }

    @Test
    void anArmThatFellOutOfTheWindowComesFirst() {
        IndexPlayer player = player();
        player.observe(4, 1, 1);
        assertThat(player.select(5)).isZero();
    }

    @Test
    void aRewardOlderThanTheWindowIsForgottenAtOnce() {
        IndexPlayer player = player();
        player.observe(5, 1, 1);
        player.observe(1, 0, 1);
        assertThat(player.indices(6)[0]).isEqualTo(Index.UNKNOWN);
    }

    @Test
    void anEmptyWindowIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SlidingWindowUcb(0, 0.6, 1))
                .withMessage("window = 0, must be >= 1");
    }

    /** Of the rewards 1, 1 and 0 a window of two holds the last two. */
    @Test
    void valuesAreMeansOfTheWindow() {
        Learner player = new SlidingWindowUcb(2, 0.6, 1).create(new BanditTask(2, 100), Players.random(1));
        for (int step = 1; step <= 3; step++) {
            player.observe(step, 0, step < 3 ? 1 : 0);
        }
        double[] values = new double[2];
        assertThat(player.values(4, values)).isTrue();
        assertThat(values[0]).isEqualTo(0.5);
        assertThat(values[1]).isNaN();
    }
}
