package kelvin.bandit.arm;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.apache.commons.statistics.distribution.ExponentialDistribution;
import org.junit.jupiter.api.Test;

class ExponentialTest implements ArmContract {
    @Override
    public Arm arm() {
        return new Exponential(2);
    }

    @Override
    public Arm twin() {
        return new Exponential(2.1);
    }

    @Override
    public double cdf(double x) {
        return ExponentialDistribution.of(2).cumulativeProbability(x);
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Exponential(0))
                .withMessage("mean = 0.0, must be finite and > 0");
    }
}
