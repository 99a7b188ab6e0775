package kelvin.learner.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import org.junit.jupiter.api.Test;

class ThompsonPoissonTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new ThompsonPoisson(1, 1), new ThompsonPoisson(0.5, 0.1));
    }

    /** Gamma(1 + 3, rate 1 + 1) beside Gamma(1, rate 1): the latter is larger with probability (2/3)⁴. */
    @Test
    void anActionIsChosenAsOftenAsItIsThoughtTheBest() {
        double share = Players.share(new ThompsonPoisson(1, 1), 2, 1, player -> {
            player.observe(1, 0, 3);
            return 2;
        });
        double p = Math.pow(2.0 / 3, 4);
        assertThat(share).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / 4000)));
        assertThat(Math.abs(share - Math.pow(2.0 / 3, 3))).isGreaterThan(4 * Math.sqrt(p * (1 - p) / 4000));
    }

    @Test
    void aPriorRateOfZeroIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThompsonPoisson(1, 0))
                .withMessage("priorRate = 0.0, must be finite and > 0");
    }
}
