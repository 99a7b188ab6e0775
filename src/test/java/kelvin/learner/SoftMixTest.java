package kelvin.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SoftMixTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new SoftMix(1), new SoftMix(10));
    }

    /** After 10 plays, means 0.2 apart: τ = √(ln 2/2)·ln 10/10. */
    @Test
    void theTemperatureFallsAsLogOverPlays() {
        Learner player = new SoftMix(1).create(new BanditTask(2, 100), Players.random(1));
        player.select(1);
        player.select(2);
        player.observe(1, 0, 0.6);
        player.observe(2, 1, 0.4);
        double[] p = new double[2];
        player.probabilities(11, p);
        double temperature = Math.sqrt(Math.log(2) / 2) * Math.log(10) / 10;
        assertThat(p[0]).isCloseTo(1 / (1 + Math.exp(-0.2 / temperature)), within(1e-14));
    }

    @Test
    void aScaleOfZeroIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SoftMix(0))
                .withMessage("scale = 0.0, must be finite and > 0");
    }
}
