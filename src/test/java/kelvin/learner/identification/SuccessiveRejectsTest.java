package kelvin.learner.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.learner.Recommender;
import org.junit.jupiter.api.Test;

class SuccessiveRejectsTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new SuccessiveRejects());
    }

    @Test
    void theBudgetIsSharedOutAsDefined() {
        // c = 1/2 + 1/2 + 1/3 + 1/4 = 19/12, so 12/19·996/(5 − k) rounded up
        assertThat(SuccessiveRejects.rounds(4, 1000)).containsExactly(158, 210, 315);
    }

    @Test
    void theWorstArmLeavesFirstAndTheLastIsPlayedForGood() {
        Recommender player = (Recommender) new SuccessiveRejects().create(new BanditTask(4, 1000), Players.random(1));
        int[] plays = new int[4];
        for (int step = 1; step <= 1000; step++) {
            int arm = player.select(step);
            plays[arm]++;
            player.observe(step, arm, arm);
        }
        assertThat(plays).containsExactly(158, 210, 315, 317);
        assertThat(player.recommendation()).isEqualTo(3);
    }

    @Test
    void aBudgetBelowOnePlayPerArmIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SuccessiveRejects().create(new BanditTask(4, 3), Players.random(1)))
                .withMessage("horizon = 3, must be at least the number of arms, 4");
    }

    @Test
    void aBudgetOfOnePlayPerArmIsPlayed() {
        Recommender player = (Recommender) new SuccessiveRejects().create(new BanditTask(4, 4), Players.random(1));
        int[] plays = new int[4];
        for (int step = 1; step <= 4; step++) {
            plays[player.select(step)]++;
        }
        assertThat(plays).containsOnly(1);
    }
}
