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

class SuccessiveEliminationTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new SuccessiveElimination(0.1, 0.5));
    }

    @Test
    void theWorseArmLeavesWhenTheBoundsPart() {
        int n = 1;
        while (2 * Math.sqrt(Math.log(4 * 2 * n * n / 0.1) / (2 * n)) > 1) {
            n++;
        }
        Recommender player =
                (Recommender) new SuccessiveElimination(0.1, 0.5).create(new BanditTask(2, 1000), Players.random(1));
        int plays = 0;
        for (int step = 1; step <= 1000; step++) {
            int arm = player.select(step);
            plays += arm == 0 ? 1 : 0;
            player.observe(step, arm, arm);
        }
        assertThat(plays).isEqualTo(n);
        assertThat(player.recommendation()).isEqualTo(1);
    }

    @Test
    void aCertainErrorIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SuccessiveElimination(1, 0.5))
                .withMessage("errorProbability = 1.0, must be in (0, 1)");
    }
}
