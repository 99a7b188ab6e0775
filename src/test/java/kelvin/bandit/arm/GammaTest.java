package kelvin.bandit.arm;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.apache.commons.statistics.distribution.GammaDistribution;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class GammaTest implements ArmContract {
    @Override
    public Arm arm() {
        return new Gamma(2.5, 2);
    }

    @Override
    public Arm twin() {
        return new Gamma(2.6, 2);
    }

    @Override
    public double cdf(double x) {
        return GammaDistribution.of(2.5, 2).cumulativeProbability(x);
    }

    @Nested
    class OfASmallShape implements ArmContract {
        @Override
        public Arm arm() {
            return new Gamma(0.5, 1);
        }

        @Override
        public Arm twin() {
            return new Gamma(0.55, 1);
        }

        @Override
        public double cdf(double x) {
            return GammaDistribution.of(0.5, 1).cumulativeProbability(x);
        }
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Gamma(0, 1))
                .withMessage("shape = 0.0, must be finite and > 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Gamma(1, -1))
                .withMessage("scale = -1.0, must be finite and > 0");
    }
}
