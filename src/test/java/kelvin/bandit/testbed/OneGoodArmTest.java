package kelvin.bandit.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.Worlds;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.arm.Constant;
import kelvin.contract.Rewards;
import org.junit.jupiter.api.Test;

class OneGoodArmTest implements TestbedContract {
    @Override
    public Testbed testbed() {
        return new OneGoodArm(4, new Bernoulli(0.6), new Bernoulli(0.5));
    }

    @Test
    void theFirstArmIsTheGoodOne() {
        Testbed testbed = new OneGoodArm(4, new Bernoulli(0.6), new Constant(0.5));
        assertThat(Worlds.means(Worlds.open(testbed, 1))).containsExactly(0.6, 0.5, 0.5, 0.5);
        assertThat(testbed.rewards()).isEqualTo(Rewards.UNIT_INTERVAL);
        assertThat(testbed.size()).isEqualTo(4);
    }

    @Test
    void whatIsImpossibleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OneGoodArm(1, new Bernoulli(0.6), new Bernoulli(0.5)))
                .withMessage("arms = 1, must be >= 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new OneGoodArm(2, new Bernoulli(0.5), new Bernoulli(0.5)))
                .withMessage("others = Bernoulli[p=0.5], must be of a smaller mean than good (0.5)");
    }
}
