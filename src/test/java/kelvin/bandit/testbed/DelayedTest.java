package kelvin.bandit.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.DoubleStream;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.Worlds;
import kelvin.bandit.arm.Arm;
import kelvin.bandit.arm.Constant;
import kelvin.bandit.arm.Empirical;
import kelvin.bandit.arm.Gaussian;
import kelvin.bandit.arm.Geometric;
import org.junit.jupiter.api.Test;

class DelayedTest implements TestbedContract {
    @Override
    public Testbed testbed() {
        return new Delayed(PLAIN, new Geometric(0.2), 0.1);
    }

    private static final Testbed PLAIN = new FixedTestbed(List.of(new Gaussian(0, 1), new Gaussian(1, 1)));

    private static double[] delays(Arm delay, double lost, int steps) {
        return Worlds.over(Worlds.open(new Delayed(PLAIN, delay, lost), steps), steps, Bandit::delay);
    }

    @Test
    void delaysComeFromTheirDistribution() {
        double[] delays = delays(new Geometric(0.2), 0, 20_000);
        double[] none = DoubleStream.of(delays).map(d -> d == 0 ? 1 : 0).toArray();
        assertThat(Worlds.deviation(none, 0.2)).isLessThan(4);
        assertThat(Worlds.deviation(none, 0.22)).isGreaterThan(4);
        assertThat(delays(new Constant(7), 0, 10)).containsOnly(7);
        assertThat(delays(new Empirical(List.of(2.0, 9.0)), 0, 50)).containsOnly(2, 9);
    }

    @Test
    void someRewardsAreLost() {
        double[] lost = DoubleStream.of(delays(new Constant(7), 0.3, 20_000))
                .map(d -> d < 0 ? 1 : 0)
                .toArray();
        assertThat(Worlds.deviation(lost, 0.3)).isLessThan(4);
        assertThat(Worlds.deviation(lost, 0.32)).isGreaterThan(4);
    }

    @Test
    void rewardsAreThoseOfTheTestbedAndDelaysThoseOfTheStep() {
        Testbed late = new Delayed(PLAIN, new Geometric(0.2), 0.1);
        double[] plain = Worlds.over(Worlds.open(PLAIN, 30), 30, bandit -> bandit.pull(1));
        assertThat(Worlds.over(Worlds.open(late, 30), 30, bandit -> bandit.pull(1) + 0 * bandit.delay()))
                .containsExactly(plain);
        assertThat(Worlds.over(Worlds.open(late, 30), 30, bandit -> bandit.delay() + 0 * bandit.pull(0)))
                .containsExactly(delays(new Geometric(0.2), 0.1, 30));
    }

    @Test
    void nobodySeesAllArms() {
        assertThat(new Delayed(PLAIN, new Constant(0), 0).fullInformation()).isFalse();
    }

    @Test
    void whatIsImpossibleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Delayed(PLAIN, new Constant(0.5), 0))
                .withMessage("delay = Constant[value=0.5], must be an arm whose rewards are counts");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Delayed(PLAIN, new Constant(1), 1.5))
                .withMessage("lost = 1.5, must be in [0, 1]");
    }
}
