package kelvin.bandit.arm;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.apache.commons.statistics.distribution.GeometricDistribution;
import org.junit.jupiter.api.Test;

class GeometricTest implements ArmContract {
    @Override
    public Arm arm() {
        return new Geometric(0.2);
    }

    @Override
    public Arm twin() {
        return new Geometric(0.21);
    }

    @Override
    public double cdf(double x) {
        return GeometricDistribution.of(0.2).cumulativeProbability((int) x);
    }

    @Override
    public double below(double x) {
        return cdf(x - 1);
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Geometric(0))
                .withMessage("p = 0.0, must be in (0, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Geometric(Double.NaN))
                .withMessage("p = NaN, must be in (0, 1]");
    }
}
