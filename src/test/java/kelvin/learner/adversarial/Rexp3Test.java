package kelvin.learner.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import org.junit.jupiter.api.Test;

class Rexp3Test implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new Rexp3(7, 0.2), new Rexp3(1000, 0.2));
    }

    @Test
    void aBatchKnowsNothingOfTheOneBefore() {
        Learner player = new Rexp3(10, 0.2).create(new BanditTask(2, 100), Players.random(1));
        player.observe(1, 0, 1);
        double[] p = new double[2];
        player.probabilities(10, p);
        assertThat(p[0]).isGreaterThan(0.5);
        player.probabilities(11, p);
        assertThat(p[0]).isEqualTo(0.5);
    }

    @Test
    void aRewardOfABatchThatHasEndedIsLeftAside() {
        Learner player = new Rexp3(10, 0.2).create(new BanditTask(2, 100), Players.random(1));
        player.observe(11, 0, 1);
        player.observe(9, 1, 1);
        double[] p = new double[2];
        player.probabilities(12, p);
        assertThat(p[0]).isGreaterThan(0.5);
    }

    @Test
    void anEmptyBatchIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Rexp3(0, 0.2)).withMessage("batch = 0, must be >= 1");
    }
}
