package kelvin.bandit.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.Worlds;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.arm.Gaussian;
import org.junit.jupiter.api.Test;

class LinearGapsTest implements TestbedContract {
    @Override
    public Testbed testbed() {
        return new LinearGaps(4, new Gaussian(1, 1), 0.5);
    }

    @Test
    void meansFallInEqualSteps() {
        Testbed testbed = new LinearGaps(4, new Gaussian(1, 0), 0.5);
        assertThat(Worlds.means(Worlds.open(testbed, 1))).containsExactly(1, 0.5, 0, -0.5);
        assertThat(Worlds.open(testbed, 1).pull(3)).isEqualTo(-0.5);
    }

    @Test
    void whatIsImpossibleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearGaps(0, new Bernoulli(0.5), 0.1))
                .withMessage("arms = 0, must be >= 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new LinearGaps(4, new Bernoulli(0.5), 0.2))
                .withMessage("gap = 0.2, must be such that no mean is below 0.0");
    }
}
