package kelvin.learner.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.learner.Recommender;
import org.junit.jupiter.api.Test;

class LucbTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new Lucb(0.1, 0, 0.5));
    }

    @Test
    void theLeaderAndItsRivalArePlayedInTurn() {
        Learner player = new Lucb(0.1, 0, 0.5).create(new BanditTask(3, 1000), Players.random(1));
        for (int step = 1; step <= 3; step++) {
            int arm = player.select(step);
            player.observe(step, arm, arm / 2.0);
        }
        assertThat(player.select(4)).isEqualTo(2);
        assertThat(player.select(5)).isEqualTo(1);
    }

    @Test
    void playingStopsWhenTheBoundsPart() {
        Recommender player = (Recommender) new Lucb(0.1, 0, 0.5).create(new BanditTask(2, 1000), Players.random(1));
        int worse = 0;
        for (int step = 1; step <= 1000; step++) {
            int arm = player.select(step);
            worse += arm == 0 ? 1 : 0;
            player.observe(step, arm, arm);
        }
        int n = 1;
        while (2 * Math.sqrt(Math.log(1.25 * 2 * Math.pow(1 + n, 4) / 0.1) / (2 * n)) >= 1) {
            n++;
        }
        assertThat(worse).isEqualTo(n);
        assertThat(player.recommendation()).isEqualTo(1);
    }

    @Test
    void aNegativeToleranceIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Lucb(0.1, -1, 0.5))
                .withMessage("tolerance = -1.0, must be finite and >= 0");
    }

    /** A tolerance of 1/2 is added to the leader's lower bound, and σ = 1 doubles both widths. */
    @Test
    void theToleranceAndTheScaleOfRewardsDecideWhenPlayingStops() {
        Recommender player = (Recommender) new Lucb(0.1, 0.5, 1).create(new BanditTask(2, 1000), Players.random(1));
        int worse = 0;
        for (int step = 1; step <= 1000; step++) {
            int arm = player.select(step);
            worse += arm == 0 ? 1 : 0;
            player.observe(step, arm, arm);
        }
        int n = 1;
        while (2 * 2 * Math.sqrt(Math.log(1.25 * 2 * Math.pow(1 + n, 4) / 0.1) / (2 * n)) >= 1.5) {
            n++;
        }
        assertThat(worse).isEqualTo(n);
    }

    /** An arm whose rewards are all lost might be worth anything. */
    @Test
    void anArmWithoutRewardsIsTheRival() {
        Learner player = new Lucb(0.1, 0, 0.5).create(new BanditTask(3, 1000), Players.random(1));
        for (int step = 1; step <= 3; step++) {
            int arm = player.select(step);
            if (arm > 0) {
                player.observe(step, arm, arm);
            }
        }
        assertThat(player.select(4)).isEqualTo(2);
        assertThat(player.select(5)).isZero();
    }
}
