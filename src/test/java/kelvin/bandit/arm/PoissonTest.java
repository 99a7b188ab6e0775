package kelvin.bandit.arm;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class PoissonTest implements ArmContract {
    @Override
    public Arm arm() {
        return new Poisson(3.5);
    }

    @Override
    public Arm twin() {
        return new Poisson(3.6);
    }

    @Override
    public double cdf(double x) {
        return PoissonDistribution.of(3.5).cumulativeProbability((int) x);
    }

    @Override
    public double below(double x) {
        return cdf(x - 1);
    }

    @Nested
    class OfALargeMean implements ArmContract {
        @Override
        public Arm arm() {
            return new Poisson(250);
        }

        @Override
        public Arm twin() {
            return new Poisson(251);
        }

        @Override
        public double cdf(double x) {
            return PoissonDistribution.of(250).cumulativeProbability((int) x);
        }

        @Override
        public double below(double x) {
            return cdf(x - 1);
        }
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Poisson(0))
                .withMessage("mean = 0.0, must be > 0 and at most 1.0E9");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Poisson(Double.NaN))
                .withMessage("mean = NaN, must be > 0 and at most 1.0E9");
    }
}
