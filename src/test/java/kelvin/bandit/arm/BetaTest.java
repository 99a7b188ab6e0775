package kelvin.bandit.arm;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;

class BetaTest implements ArmContract {
    @Override
    public Arm arm() {
        return new Beta(2, 3);
    }

    @Override
    public Arm twin() {
        return new Beta(2.1, 3);
    }

    @Override
    public double cdf(double x) {
        return BetaDistribution.of(2, 3).cumulativeProbability(x);
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Beta(0, 1))
                .withMessage("alpha = 0.0, must be finite and > 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Beta(1, Double.NaN))
                .withMessage("beta = NaN, must be finite and > 0");
    }
}
