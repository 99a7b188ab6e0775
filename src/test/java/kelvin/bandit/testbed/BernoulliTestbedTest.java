package kelvin.bandit.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.Worlds;
import kelvin.bandit.arm.Beta;
import kelvin.bandit.arm.Uniform;
import kelvin.contract.Rewards;
import kelvin.random.Seed;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.junit.jupiter.api.Test;

class BernoulliTestbedTest implements TestbedContract {
    @Override
    public Testbed testbed() {
        return TESTBED;
    }

    private static final Testbed TESTBED = new BernoulliTestbed(20, new Beta(2, 3));

    private static double pValue(double alpha) {
        double[] means = LongStream.range(0, 500)
                .mapToObj(i -> TESTBED.open(Seed.of(3).child(i), 1))
                .flatMapToDouble(bandit -> DoubleStream.of(Worlds.means(bandit)))
                .toArray();
        return Worlds.fit(means, BetaDistribution.of(alpha, 3)::cumulativeProbability);
    }

    @Test
    void meansAreDrawnAnewFromTheirPrior() {
        assertThat(TESTBED.meansVary()).isTrue();
        assertThat(pValue(2)).isGreaterThan(1e-6);
        assertThat(pValue(2.2)).isLessThan(1e-6);
    }

    @Test
    void rewardsAreOfTheMeanDrawn() {
        Bandit bandit = Worlds.open(TESTBED, 1);
        double[] rewards = Worlds.pulls(bandit, 4, 40_000);
        assertThat(Worlds.deviation(rewards, bandit.mean(4))).isLessThan(4);
        assertThat(Worlds.deviation(rewards, bandit.mean(4) + 0.02)).isGreaterThan(4);
        assertThat(TESTBED.rewards()).isEqualTo(Rewards.BINARY);
    }

    @Test
    void whatIsImpossibleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BernoulliTestbed(0, new Beta(1, 1)))
                .withMessage("arms = 0, must be >= 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BernoulliTestbed(2, new Uniform(0, 2)))
                .withMessage("means = Uniform[low=0.0, high=2.0], must be an arm with rewards in [0, 1]");
    }
}
