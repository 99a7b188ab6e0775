package kelvin.bandit.testbed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.Worlds;
import kelvin.contract.Rewards;
import org.junit.jupiter.api.Test;

class AlternatingTest implements TestbedContract {
    @Override
    public Testbed testbed() {
        return new Alternating();
    }

    @Override
    public boolean scripted() {
        return true;
    }

    @Override
    public boolean otherBenchmark() {
        return true;
    }

    @Test
    void followingTheLeaderEarnsHalfAReward() {
        double[] sums = new double[2];
        double[] earned = Worlds.over(Worlds.open(new Alternating(), 100), 100, bandit -> {
            int leader = sums[0] >= sums[1] ? 0 : 1;
            sums[0] += bandit.mean(0);
            sums[1] += bandit.mean(1);
            return bandit.pull(leader);
        });
        assertThat(DoubleStream.of(earned).sum()).isEqualTo(0.5);
        assertThat(sums).containsExactly(49.5, 50);
    }

    @Test
    void regretIsAgainstTheBetterArm() {
        assertThat(Worlds.over(Worlds.open(new Alternating(), 4), 4, Bandit::benchmark))
                .containsExactly(0, 1, 0, 1);
        assertThat(Worlds.over(Worlds.open(new Alternating(), 3), 3, Bandit::benchmark))
                .containsExactly(0.5, 0, 1);
        assertThat(new Alternating().rewards()).isEqualTo(Rewards.UNIT_INTERVAL);
    }
}
