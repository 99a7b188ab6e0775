package kelvin.bandit.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.Worlds;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.arm.Gaussian;
import org.junit.jupiter.api.Test;

class GeometricGapsTest implements TestbedContract {
    @Override
    public Testbed testbed() {
        return new GeometricGaps(4, new Gaussian(1, 1), 0.25, 2);
    }

    @Test
    void gapsGrowByTheRatio() {
        Testbed testbed = new GeometricGaps(4, new Gaussian(1, 0), 0.25, 2);
        assertThat(Worlds.means(Worlds.open(testbed, 1))).containsExactly(1, 0.75, 0.5, 0);
        assertThat(Worlds.open(testbed, 1).pull(3)).isZero();
        assertThat(new GeometricGaps(1, new Bernoulli(0), 0.25, 2).size()).isEqualTo(1);
    }

    @Test
    void whatIsImpossibleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GeometricGaps(5, new Bernoulli(0.5), 0.1, 2))
                .withMessage("ratio = 2.0, must be such that no mean is below 0.0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GeometricGaps(5, new Gaussian(0, 1), 0.1, 0.5))
                .withMessage("ratio = 0.5, must be finite and >= 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GeometricGaps(5000, new Gaussian(0, 1), 0.1, 2))
                .withMessage("ratio = 2.0, must be such that no mean is below -Infinity");
    }
}
