package kelvin.learner.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.learner.Recommender;
import org.junit.jupiter.api.Test;

class SequentialHalvingTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new SequentialHalving());
    }

    @Test
    void theWorseHalfLeavesAfterEachPhase() {
        Recommender player = (Recommender) new SequentialHalving().create(new BanditTask(5, 900), Players.random(1));
        int[] plays = new int[5];
        for (int step = 1; step <= 900; step++) {
            int arm = player.select(step);
            plays[arm]++;
            player.observe(step, arm, arm);
        }
        // three phases of 300 plays: 60 for five arms each, 100 for three, 150 for two
        assertThat(plays).containsExactly(60, 60, 160, 310, 310);
        assertThat(player.recommendation()).isEqualTo(4);
    }

    @Test
    void equalArmsLeaveAtRandom() {
        int kept = 0;
        for (int i = 0; i < 1000; i++) {
            Recommender player =
                    (Recommender) new SequentialHalving().create(new BanditTask(4, 100), Players.random(i));
            kept += player.recommendation() == 3 ? 1 : 0;
        }
        assertThat(kept / 1000.0).isCloseTo(0.25, within(4 * Math.sqrt(0.25 * 0.75 / 1000)));
    }

    @Test
    void aBudgetBelowOnePlayPerPhaseIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SequentialHalving().create(new BanditTask(8, 23), Players.random(1)))
                .withMessage("horizon = 23, must be at least 24 for 8 arms");
    }

    /** Of four equal arms two leave, whichever: a phase of 4 plays, one of 2 each for those two. */
    @Test
    void exactlyHalfOfTheArmsLeaveWhenAllAreTied() {
        Recommender player = (Recommender) new SequentialHalving().create(new BanditTask(4, 8), Players.random(2));
        int[] plays = new int[4];
        for (int step = 1; step <= 8; step++) {
            int arm = player.select(step);
            plays[arm]++;
            player.observe(step, arm, 0.5);
        }
        Arrays.sort(plays);
        assertThat(plays).containsExactly(1, 1, 3, 3);
    }

    /** An arm whose rewards are all late is kept, but not recommended. */
    @Test
    void anArmWithoutRewardsIsKeptAndNotRecommended() {
        Recommender player = (Recommender) new SequentialHalving().create(new BanditTask(2, 4), Players.random(1));
        for (int step = 1; step <= 4; step++) {
            int arm = player.select(step);
            if (arm == 0) {
                player.observe(step, arm, -100);
            }
        }
        assertThat(player.recommendation()).isZero();
        assertThat(player.select(5)).isEqualTo(1);
    }
}
