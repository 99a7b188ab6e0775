package kelvin.bandit.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.Worlds;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.arm.Constant;
import kelvin.bandit.arm.Gaussian;
import org.junit.jupiter.api.Test;

class HindsightTest implements TestbedContract {
    @Override
    public Testbed testbed() {
        return new Hindsight(new RandomWalk(2, new Gaussian(0, 1), 0.1));
    }

    @Override
    public boolean otherBenchmark() {
        return true;
    }

    private static Testbed pair(double first, double second) {
        return new FixedTestbed(List.of(new Constant(first), new Constant(second)));
    }

    /** Arm 0 pays 1 for three steps, then arm 1 pays 3. */
    private static final Testbed SWITCH = new Hindsight(new Switching(List.of(pair(1, 0), pair(0, 3)), List.of(3L)));

    @Test
    void theBestFixedArmDependsOnTheHorizon() {
        assertThat(Worlds.over(Worlds.open(SWITCH, 3), 3, Bandit::benchmark)).containsExactly(1, 1, 1);
        assertThat(Worlds.over(Worlds.open(SWITCH, 5), 5, Bandit::benchmark)).containsExactly(0, 0, 0, 3, 3);
    }

    @Test
    void whoFollowsTheChangesEarnsMoreThanAnyFixedArm() {
        Bandit bandit = Worlds.open(SWITCH, 5);
        double[] gaps = Worlds.over(bandit, 5, b -> b.benchmark() - Math.max(b.mean(0), b.mean(1)));
        assertThat(gaps).containsExactly(-1, -1, -1, 0, 0);
    }

    @Test
    void onlyTheBestFixedArmsAreOptimal() {
        Bandit bandit = Worlds.open(SWITCH, 4);
        assertThat(Worlds.means(bandit)).containsExactly(0.75, 0.75);
        assertThat(bandit.optimal(0) && bandit.optimal(1)).isTrue();
        assertThat(Worlds.open(SWITCH, 3).optimal(1)).isFalse();
    }

    @Test
    void rewardsAreThoseOfTheTestbed() {
        Testbed walk = new RandomWalk(2, new Gaussian(0, 1), 0.1);
        double[] plain = Worlds.over(Worlds.open(walk, 20), 20, bandit -> bandit.pull(1));
        assertThat(Worlds.over(Worlds.open(new Hindsight(walk), 20), 20, bandit -> bandit.pull(1)))
                .containsExactly(plain);
    }

    @Test
    void worldsWithoutOneFixedTruthAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Hindsight(new Sleeping(pair(1, 0), 0.5, 1)))
                .withMessageEndingWith("must be one whose arms stay open");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Hindsight(new Rotting(List.of(new Bernoulli(1)), 1)))
                .withMessageEndingWith("must be one that shows every arm and does not depend on who plays");
    }
}
