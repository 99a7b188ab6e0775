package kelvin.learner.bayes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class ThompsonNormalGammaTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new ThompsonNormalGamma(0, 1, 1, 1));
    }

    /** After rewards 1 and 3 with all priors 1 and m = 0: m = 4/3, κ = 3, α = 2, β = 1 + ¼ + ⅔·(2.5)²/2. */
    @Test
    void theDrawsHaveStudentsDistribution() {
        LearnerSpec spec = new ThompsonNormalGamma(0, 1, 1, 1);
        double rate = 1 + 0.25 + 2.0 / 3 * 2.5 * 2.5 / 2;
        TDistribution t = TDistribution.of(4);
        double scale = Math.sqrt(rate / (2 * 3));
        // The other action has seen so many zeros that it is as good as known to be 0.
        double p = 1 - t.cumulativeProbability(-4.0 / 3 / scale);
        double share = Players.share(spec, 2, 0, player -> {
            player.observe(1, 0, 1);
            player.observe(2, 0, 3);
            IntStream.range(3, 2003).forEach(step -> player.observe(step, 1, 0));
            return 2003;
        });
        assertThat(share).isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / 4000) + 0.002));
        assertThat(Math.abs(share - NormalDistribution.of(0, 1).cumulativeProbability(4.0 / 3 / scale)))
                .isGreaterThan(0.02);
    }

    @Test
    void aPriorCountOfZeroIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThompsonNormalGamma(0, 0, 1, 1))
                .withMessage("priorCount = 0.0, must be finite and > 0");
    }
}
