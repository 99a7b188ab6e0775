package kelvin.bandit.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.Worlds;
import kelvin.contract.Rewards;
import org.junit.jupiter.api.Test;

class EmpiricalTestbedTest implements TestbedContract {
    @Override
    public Testbed testbed() {
        return LOG;
    }

    private static final EmpiricalTestbed LOG =
            new EmpiricalTestbed(List.of(1, 0, 1, 1, 1), List.of(1.0, 0.0, 0.0, 0.0, 0.0));

    @Test
    void armsPayWhatTheyOncePaid() {
        Bandit bandit = Worlds.open(LOG, 1);
        double[] rewards = Worlds.pulls(bandit, 1, 20_000);
        assertThat(Worlds.means(bandit)).containsExactly(0, 0.25);
        assertThat(Worlds.deviation(rewards, 0.25)).isLessThan(4);
        assertThat(Worlds.deviation(rewards, 0.27)).isGreaterThan(4);
        assertThat(LOG.rewards()).isEqualTo(Rewards.BINARY);
    }

    @Test
    void whatIsImpossibleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmpiricalTestbed(List.of(0, 2), List.of(1.0, 1.0)))
                .withMessage("arms = no event of 1, must be such that each up to the largest occurs");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmpiricalTestbed(List.of(0), List.of()))
                .withMessage("paid = 0 numbers, must be one per event (1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmpiricalTestbed(List.of(), List.of()))
                .withMessage("arms = [], must be at least one event");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmpiricalTestbed(List.of(-1), List.of(1.0)))
                .withMessage("arms = -1, must be >= 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EmpiricalTestbed(List.of(0), List.of(Double.NaN)))
                .withMessage("paid = NaN, must be finite");
    }
}
