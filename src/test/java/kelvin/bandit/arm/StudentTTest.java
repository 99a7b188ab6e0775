package kelvin.bandit.arm;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.jupiter.api.Test;

class StudentTTest implements ArmContract {
    @Override
    public Arm arm() {
        return new StudentT(5, 1, 2);
    }

    @Override
    public Arm twin() {
        return new StudentT(5, 1.2, 2);
    }

    @Override
    public double cdf(double x) {
        return TDistribution.of(5).cumulativeProbability((x - 1) / 2);
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StudentT(1, 0, 1))
                .withMessage("degreesOfFreedom = 1.0, must be finite and > 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new StudentT(3, 0, 0))
                .withMessage("scale = 0.0, must be finite and > 0");
    }
}
