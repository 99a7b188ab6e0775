package kelvin.bandit.arm;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.apache.commons.statistics.distribution.ParetoDistribution;
import org.junit.jupiter.api.Test;

class ParetoTest implements ArmContract {
    @Override
    public Arm arm() {
        return new Pareto(2, 5);
    }

    @Override
    public Arm twin() {
        return new Pareto(2, 4.7);
    }

    @Override
    public double cdf(double x) {
        return ParetoDistribution.of(2, 5).cumulativeProbability(x);
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pareto(0, 2))
                .withMessage("scale = 0.0, must be finite and > 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Pareto(1, 1))
                .withMessage("shape = 1.0, must be finite and > 1");
    }
}
