package kelvin.bandit.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.DoubleStream;
import kelvin.random.Seed;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.junit.jupiter.api.Test;

class BernoulliTest {
    private static final int DRAWS = 200_000;

    private static double sampleMean(double p) {
        ContinuousSampler sampler = new Bernoulli(p).sampler(Seed.of(1).generator());
        return DoubleStream.generate(sampler::sample).limit(DRAWS).average().orElseThrow();
    }

    @Test
    void rewardsHaveTheirMean() {
        double standardError = Math.sqrt(0.3 * 0.7 / DRAWS);
        assertThat(Math.abs(sampleMean(0.3) - new Bernoulli(0.3).mean())).isLessThan(4 * standardError);
        assertThat(Math.abs(sampleMean(0.31) - 0.3)).isGreaterThan(4 * standardError);
    }

    @Test
    void certaintiesAreCertain() {
        assertThat(sampleMean(0)).isZero();
        assertThat(sampleMean(1)).isEqualTo(1);
    }

    @Test
    void aProbabilityOutsideItsRangeIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Bernoulli(1.5))
                .withMessage("p = 1.5, must be in [0, 1]");
        assertThatIllegalArgumentException().isThrownBy(() -> new Bernoulli(Double.NaN));
    }
}
