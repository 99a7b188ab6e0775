package kelvin.bandit.arm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import kelvin.contract.Rewards;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class TruncatedGaussianTest implements ArmContract {
    private static final NormalDistribution Z = NormalDistribution.of(0, 1);
    private static final double LEFT = Z.cumulativeProbability(-1.25);

    @Override
    public Arm arm() {
        return new TruncatedGaussian(0.5, 0.4, 0, 1);
    }

    @Override
    public Arm twin() {
        return new TruncatedGaussian(0.6, 0.4, 0, 1);
    }

    @Override
    public double cdf(double x) {
        return (Z.cumulativeProbability((x - 0.5) / 0.4) - LEFT) / (1 - 2 * LEFT);
    }

    @Test
    void itsMeanAndKindAreThoseOfTheCut() {
        // (φ(0) − φ(2))/(Φ(2) − Φ(0)), with math.erfc of Python
        assertThat(new TruncatedGaussian(0, 1, 0, 2).mean()).isCloseTo(0.7227897522452308, within(1e-14));
        assertThat(new TruncatedGaussian(0.5, 3, 0, 1).rewards()).isEqualTo(Rewards.UNIT_INTERVAL);
    }

    @Test
    void numbersOutsideTheirRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TruncatedGaussian(0, 0, 0, 1))
                .withMessage("scale = 0.0, must be finite and > 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new TruncatedGaussian(0, 1, 2, 1))
                .withMessage("high = 1.0, must be above low (2.0)");
    }
}
