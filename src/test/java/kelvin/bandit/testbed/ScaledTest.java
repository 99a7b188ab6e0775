package kelvin.bandit.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.Worlds;
import kelvin.bandit.arm.Bernoulli;
import kelvin.contract.Rewards;
import org.junit.jupiter.api.Test;

class ScaledTest implements TestbedContract {
    @Override
    public Testbed testbed() {
        return new Scaled(PAIR, 100);
    }

    private static final Testbed PAIR = new FixedTestbed(List.of(new Bernoulli(0.25), new Bernoulli(0.5)));

    @Test
    void rewardsAndMeansAreThoseOfTheTestbedTimesTheFactor() {
        Bandit cents = Worlds.open(new Scaled(PAIR, 100), 20);
        assertThat(Worlds.means(cents)).containsExactly(25, 50);
        assertThat(cents.benchmark()).isEqualTo(50);
        double[] plain = Worlds.over(Worlds.open(PAIR, 20), 20, bandit -> 100 * bandit.pull(1));
        assertThat(Worlds.over(cents, 20, bandit -> bandit.pull(1))).containsExactly(plain);
    }

    @Test
    void whatRewardsMayBeFollowsTheFactor() {
        assertThat(new Scaled(PAIR, 1).rewards()).isEqualTo(Rewards.BINARY);
        assertThat(new Scaled(PAIR, 0.5).rewards()).isEqualTo(Rewards.UNIT_INTERVAL);
        assertThat(new Scaled(PAIR, 2).rewards()).isEqualTo(Rewards.NON_NEGATIVE);
        assertThat(new Scaled(new GaussianTestbed(2, 0, 1, 1), 2).rewards()).isEqualTo(Rewards.REAL);
    }

    @Test
    void aFactorThatIsNotPositiveIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Scaled(PAIR, 0))
                .withMessage("factor = 0.0, must be finite and > 0");
    }
}
