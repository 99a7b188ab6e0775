package kelvin.learner.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import org.junit.jupiter.api.Test;

class EpsilonDecreasingTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new EpsilonDecreasing(1, 0.5));
    }

    @Test
    void explorationFallsWithTheStep() {
        Learner player = new EpsilonDecreasing(1, 0.5).create(new BanditTask(2, 1000), Players.random(1));
        player.observe(1, player.select(1), 0);
        player.observe(2, player.select(2), 0);
        player.observe(3, 0, 1);
        double[] shares = new double[2];
        // ε = 1·2/(0.25·16) = 1/2, and never above 1
        player.probabilities(16, shares);
        assertThat(shares).containsExactly(0.75, 0.25);
        player.probabilities(4, shares);
        assertThat(shares).containsExactly(0.5, 0.5);
    }

    @Test
    void aGapOfZeroIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EpsilonDecreasing(1, 0))
                .withMessage("gap = 0.0, must be finite and > 0");
    }
}
