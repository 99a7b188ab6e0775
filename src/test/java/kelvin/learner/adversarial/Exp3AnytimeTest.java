package kelvin.learner.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import org.junit.jupiter.api.Test;

class Exp3AnytimeTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new Exp3Anytime(1), new Exp3Anytime(30));
    }

    /** With two actions and a loss of 1 seen with probability ½: η·L = √(ln 2/(2·2))·2. */
    @Test
    void aLossWeighsTheRateOverItsProbability() {
        Learner player = new Exp3Anytime(1).create(new BanditTask(2, 100), Players.random(1));
        player.observe(1, 0, 0);
        double[] p = new double[2];
        player.probabilities(2, p);
        assertThat(p[1]).isCloseTo(1 / (1 + Math.exp(-2 * Math.sqrt(Math.log(2) / 4))), within(1e-15));
    }

    @Test
    void aNegativeScaleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Exp3Anytime(-1))
                .withMessage("scale = -1.0, must be finite and > 0");
    }
}
