package kelvin.learner.nonstationary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.learner.BanditTask;
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
}
