package kelvin.bandit.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.DoubleStream;
import kelvin.random.Seed;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.junit.jupiter.api.Test;

class BernoulliTest implements ArmContract {
    @Override
    public Arm arm() {
        return new Bernoulli(0.3);
    }

    @Override
    public Arm twin() {
        return new Bernoulli(0.33);
    }

    @Override
    public double cdf(double x) {
        return x < 0 ? 0 : x < 1 ? 0.7 : 1;
    }

    @Override
    public double below(double x) {
        return x <= 0 ? 0 : x <= 1 ? 0.7 : 1;
    }

    private static double sampleMean(double p) {
        ContinuousSampler sampler = new Bernoulli(p).sampler(Seed.of(1).generator());
        return DoubleStream.generate(sampler::sample).limit(1000).average().orElseThrow();
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
