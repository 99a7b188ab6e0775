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

class Exp3IxTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new Exp3Ix(1), new Exp3Ix(10));
    }

    /** η at step 1 is √(2·ln 2/2), so the loss of 1 counts 1/(½ + η/2); at step 2 it weighs η/√2. */
    @Test
    void lossesAreUnderestimated() {
        Learner player = new Exp3Ix(1).create(new BanditTask(2, 100), Players.random(1));
        player.observe(1, 0, 0);
        double[] p = new double[2];
        player.probabilities(2, p);
        double eta = Math.sqrt(Math.log(2));
        assertThat(p[1]).isCloseTo(1 / (1 + Math.exp(-eta / Math.sqrt(2) / (0.5 + eta / 2))), within(1e-15));
    }

    @Test
    void aScaleOfZeroIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Exp3Ix(0))
                .withMessage("scale = 0.0, must be finite and > 0");
    }
}
