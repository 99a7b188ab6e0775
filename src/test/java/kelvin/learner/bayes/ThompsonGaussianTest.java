package kelvin.learner.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class ThompsonGaussianTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new ThompsonGaussian(1, 0, 1), new ThompsonGaussian(0.1, 0.5, 10));
    }

    /** After rewards 1 and 3 with σ = 2 and prior N(0, 1): precision 1 + 2/4, mean 1/1.5; beside N(0, 1) Φ(mean/√(1/1.5 + 1)). */
    @Test
    void anActionIsChosenAsOftenAsItIsThoughtTheBest() {
        double share = Players.share(new ThompsonGaussian(2, 0, 1), 2, 0, player -> {
            player.observe(1, 0, 1);
            player.observe(2, 0, 3);
            return 3;
        });
        double z = 1 / 1.5 / Math.sqrt(1 / 1.5 + 1);
        double p = NormalDistribution.of(0, 1).cumulativeProbability(z);
        assertThat(share).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / 4000)));
        assertThat(Math.abs(share - 0.5)).isGreaterThan(4 * 0.5 / Math.sqrt(4000));
    }

    @Test
    void aPriorMeanThatIsNoNumberIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThompsonGaussian(1, Double.NaN, 1))
                .withMessage("priorMean = NaN, must be finite");
    }
}
