package kelvin.learner.identification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.learner.Recommender;
import org.junit.jupiter.api.Test;

class LilUcbTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new LilUcb(0.1, 0.5, 1, 0.01));
    }

    @Test
    void theConfidenceIsTheSourcesFormulaSolved() {
        LilUcb spec = new LilUcb(0.1, 0.5, 1, 0.01);
        double c = 2.01 / 0.01 * Math.pow(1 / Math.log(1.01), 1.01);
        double x = c * spec.delta();
        assertThat(4 * Math.sqrt(x) + 4 * x).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void playingStopsWhenOneArmHasNineTimesThePlaysOfTheOthers() {
        Recommender player =
                (Recommender) new LilUcb(0.1, 0.01, 1, 0.01).create(new BanditTask(2, 1000), Players.random(1));
        int[] plays = new int[2];
        for (int step = 1; step <= 11; step++) {
            int arm = player.select(step);
            plays[arm]++;
            player.observe(step, arm, arm);
        }
        player.observe(12, 1, -1000);
        assertThat(plays).containsExactly(1, 10);
        assertThat(player.recommendation()).isEqualTo(1);
        assertThat(player.select(13)).isEqualTo(1);
    }

    @Test
    void anEpsilonOfOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LilUcb(0.1, 0.5, 1, 1))
                .withMessage("epsilon = 1.0, must be in (0, 1)");
    }
}
