package kelvin.bandit.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.DoubleStream;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.arm.Gaussian;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

class FixedTestbedTest implements TestbedContract {
    @Override
    public Testbed testbed() {
        return TESTBED;
    }

    private static final Testbed TESTBED = new FixedTestbed(List.of(new Gaussian(1, 1), new Bernoulli(0.5)));

    private static double[] pulls(Bandit bandit, int arm, int count) {
        return DoubleStream.generate(() -> bandit.pull(arm)).limit(count).toArray();
    }

    @Test
    void armsAreTheSameInEveryRepetition() {
        assertThat(TESTBED.meansVary()).isFalse();
        assertThat(TESTBED.size()).isEqualTo(2);
        assertThat(TESTBED.open(Seed.of(1), 1).mean(0)).isEqualTo(1);
        assertThat(TESTBED.open(Seed.of(2), 1).mean(1)).isEqualTo(0.5);
    }

    @Test
    void theNthRewardOfAnArmDoesNotDependOnOtherPulls() {
        Bandit one = TESTBED.open(Seed.of(1), 1);
        Bandit other = TESTBED.open(Seed.of(1), 1);
        pulls(other, 1, 17);
        assertThat(pulls(one, 0, 5)).containsExactly(pulls(other, 0, 5));
    }

    @Test
    void banditsOfDifferentSeedsPayDifferently() {
        assertThat(pulls(TESTBED.open(Seed.of(1), 1), 0, 5)).isNotEqualTo(pulls(TESTBED.open(Seed.of(2), 1), 0, 5));
    }

    @Test
    void noArmsAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new FixedTestbed(List.of()))
                .withMessage("arms = [], must be at least one arm");
    }
}
