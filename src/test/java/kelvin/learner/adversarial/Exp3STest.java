package kelvin.learner.adversarial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.LongRun;
import kelvin.learner.Players;
import org.junit.jupiter.api.Test;

class Exp3STest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new Exp3S(0.1, 0.001), new Exp3S(1, 1));
    }

    /** After a reward of 1 with probability ½ at γ = 0.5: weights ½·e^(0.5) and ½, each plus e·α/2, and the mixture of that. */
    @Test
    void aLittleOfTheWeightsIsShared() {
        Learner player = new Exp3S(0.5, 0.01).create(new BanditTask(2, 100), Players.random(1));
        player.observe(1, 0, 1);
        double[] p = new double[2];
        player.probabilities(2, p);
        double share = Math.E * 0.01 / 2;
        double first = Math.exp(0.5) / 2 + share;
        assertThat(p[0]).isCloseTo(0.5 * first / (first + 0.5 + share) + 0.25, within(1e-15));
    }

    @Test
    void itFollowsAChangeThatExp3Misses() {
        double[] sharing = LongRun.optimalBeforeAndAfterASwap(new Exp3S(0.05, 1e-4), 20_000);
        double[] plain = LongRun.optimalBeforeAndAfterASwap(new Exp3(0.05), 20_000);
        assertThat(sharing[0]).isGreaterThan(0.8);
        assertThat(sharing[1]).isGreaterThan(0.7).isGreaterThan(plain[1]);
    }

    @Test
    void noSharingIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Exp3S(0.5, 0))
                .withMessage("sharing = 0.0, must be finite and > 0");
    }
}
