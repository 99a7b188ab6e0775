package kelvin.bandit.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.DoubleStream;
import kelvin.random.Seed;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Test;

class GaussianTest {
    private static double[] sample(Gaussian arm) {
        ContinuousSampler sampler = arm.sampler(Seed.of(1).generator());
        return DoubleStream.generate(sampler::sample).limit(20_000).toArray();
    }

    private static double pValue(Gaussian arm, double[] rewards) {
        NormalDistribution normal = NormalDistribution.of(arm.mean(), arm.stdDev());
        return KolmogorovSmirnovTest.withDefaults()
                .test(rewards, normal::cumulativeProbability)
                .getPValue();
    }

    @Test
    void rewardsAreNormallyDistributed() {
        Gaussian arm = new Gaussian(-2, 3);
        assertThat(pValue(arm, sample(arm))).isGreaterThan(1e-6);
        assertThat(pValue(arm, sample(new Gaussian(-1.8, 3)))).isLessThan(1e-6);
        assertThat(pValue(arm, sample(new Gaussian(-2, 3.3)))).isLessThan(1e-6);
    }

    @Test
    void withoutSpreadEveryRewardIsTheMean() {
        assertThat(sample(new Gaussian(0.25, 0))).containsOnly(0.25);
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Gaussian(0, -1))
                .withMessage("stdDev = -1.0, must be finite and >= 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Gaussian(Double.NaN, 1))
                .withMessage("mean = NaN, must be finite");
    }
}
