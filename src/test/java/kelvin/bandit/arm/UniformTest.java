package kelvin.bandit.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import kelvin.contract.Rewards;
import org.apache.commons.statistics.distribution.UniformContinuousDistribution;
import org.junit.jupiter.api.Test;

class UniformTest implements ArmContract {
    @Override
    public Arm arm() {
        return new Uniform(-1, 3);
    }

    @Override
    public Arm twin() {
        return new Uniform(-1, 3.2);
    }

    @Override
    public double cdf(double x) {
        return UniformContinuousDistribution.of(-1, 3).cumulativeProbability(x);
    }

    @Test
    void itsKindIsThatOfItsInterval() {
        assertThat(new Uniform(0, 1).rewards()).isEqualTo(Rewards.UNIT_INTERVAL);
        assertThat(new Uniform(0, 2).rewards()).isEqualTo(Rewards.NON_NEGATIVE);
        assertThat(new Uniform(-1, 1).rewards()).isEqualTo(Rewards.REAL);
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Uniform(1, 1))
                .withMessage("high = 1.0, must be above low (1.0)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Uniform(Double.NEGATIVE_INFINITY, 1))
                .withMessage("low = -Infinity, must be finite");
    }
}
