package kelvin.bandit.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.Worlds;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.arm.Exponential;
import kelvin.bandit.arm.Gaussian;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.jupiter.api.Test;

class RandomWalkTest implements TestbedContract {
    @Override
    public Testbed testbed() {
        return WALK;
    }

    private static final Testbed WALK = new RandomWalk(3, new Gaussian(5, 1), 0.1);

    private static double[] path(Testbed testbed, int steps) {
        return Worlds.over(Worlds.open(testbed, steps), steps, bandit -> bandit.mean(1));
    }

    @Test
    void stepsAreNormal() {
        double[] path = path(WALK, 20_000);
        double[] steps = IntStream.range(1, path.length)
                .mapToDouble(i -> path[i] - path[i - 1])
                .toArray();
        assertThat(Worlds.fit(steps, NormalDistribution.of(0, 0.1)::cumulativeProbability))
                .isGreaterThan(1e-6);
        assertThat(Worlds.fit(steps, NormalDistribution.of(0, 0.11)::cumulativeProbability))
                .isLessThan(1e-6);
    }

    @Test
    void allArmsStartAlike() {
        Bandit bandit = Worlds.open(WALK, 10);
        bandit.advance(1);
        assertThat(Worlds.means(bandit)).containsOnly(5);
        assertThat(bandit.optimal(2)).isTrue();
    }

    @Test
    void nobodysPullsMoveIt() {
        double[] pulled = Worlds.over(Worlds.open(WALK, 50), 50, bandit -> bandit.mean(1) + 0 * bandit.pull(0));
        assertThat(pulled).containsExactly(path(WALK, 50));
    }

    @Test
    void regretIsAgainstTheBestArmOfTheStep() {
        Bandit bandit = Worlds.open(WALK, 50);
        double[] best = Worlds.over(
                bandit,
                50,
                b -> b.benchmark() - DoubleStream.of(Worlds.means(b)).max().orElseThrow());
        assertThat(best).containsOnly(0);
        assertThat(bandit.stationary()).isFalse();
    }

    @Test
    void meansAreReflectedAtTheEndsOfTheirRange() {
        assertThat(DoubleStream.of(path(new RandomWalk(3, new Bernoulli(0.9), 3), 500)))
                .allMatch(p -> p >= 0 && p <= 1);
        assertThat(DoubleStream.of(path(new RandomWalk(3, new Exponential(1), 3), 500)))
                .allMatch(mean -> mean >= 0);
    }

    @Test
    void whatIsImpossibleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RandomWalk(0, new Bernoulli(0.5), 0.1))
                .withMessage("arms = 0, must be >= 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RandomWalk(2, new Bernoulli(0.5), -1))
                .withMessage("stepStdDev = -1.0, must be finite and >= 0");
    }
}
