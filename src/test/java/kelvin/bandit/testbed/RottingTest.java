package kelvin.bandit.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.Worlds;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.arm.Gaussian;
import org.junit.jupiter.api.Test;

class RottingTest implements TestbedContract {
    @Override
    public Testbed testbed() {
        return new Rotting(List.of(new Bernoulli(0.8), new Gaussian(6, 1)), 0.5);
    }

    private static final Testbed TESTBED = new Rotting(List.of(new Gaussian(8, 0), new Gaussian(6, 0)), 1);

    @Test
    void onlyThePulledArmWearsOut() {
        Bandit bandit = Worlds.open(TESTBED, 3);
        double[] paid = Worlds.over(bandit, 3, b -> b.pull(0));
        bandit.advance(4);
        assertThat(paid).containsExactly(8, 4, 8.0 / 3);
        assertThat(Worlds.means(bandit)).containsExactly(2, 6);
        assertThat(bandit.benchmark()).isEqualTo(6);
    }

    @Test
    void nobodySeesAllArmsSinceThatWouldWearThemOut() {
        assertThat(TESTBED.fullInformation()).isFalse();
    }

    @Test
    void whatIsImpossibleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rotting(List.of(new Gaussian(-1, 1)), 1))
                .withMessage("arms = Gaussian[mean=-1.0, stdDev=1.0], must be an arm of mean >= 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Rotting(List.of(new Bernoulli(1)), -1))
                .withMessage("exponent = -1.0, must be finite and >= 0");
    }
}
