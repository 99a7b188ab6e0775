package kelvin.bandit.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.DoubleStream;
import kelvin.random.Seed;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GaussianTest implements ArmContract {
    @Override
    public Arm arm() {
        return new Gaussian(-2, 3);
    }

    @Override
    public Arm twin() {
        return new Gaussian(-1.8, 3);
    }

    @Override
    public double cdf(double x) {
        return NormalDistribution.of(-2, 3).cumulativeProbability(x);
    }

    @Nested
    class WithAWiderTwin implements ArmContract {
        @Override
        public Arm arm() {
            return new Gaussian(1, 0.5);
        }

        @Override
        public Arm twin() {
            return new Gaussian(1.02, 0.55);
        }

        @Override
        public double cdf(double x) {
            return NormalDistribution.of(1, 0.5).cumulativeProbability(x);
        }
    }

    private static double[] sample(Gaussian arm) {
        ContinuousSampler sampler = arm.sampler(Seed.of(1).generator());
        return DoubleStream.generate(sampler::sample).limit(1000).toArray();
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
