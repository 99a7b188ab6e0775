package kelvin.bandit.slate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import kelvin.bandit.Bandit;
import kelvin.bandit.Slates;
import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.Worlds;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.arm.Constant;
import kelvin.bandit.testbed.FixedTestbed;
import kelvin.bandit.testbed.Switching;
import kelvin.contract.Rewards;
import kelvin.contract.Slate;
import kelvin.contract.SlateSizes;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

class SemiBanditTest implements TestbedContract {
    @Override
    public Testbed testbed() {
        return new SemiBandit(FIVE, 1, 3, 0.25);
    }

    @Override
    public boolean otherBenchmark() {
        return true;
    }

    private static final Testbed FIVE = new FixedTestbed(List.of(
            new Bernoulli(0.8), new Bernoulli(0.3), new Bernoulli(0.7), new Bernoulli(0.4), new Bernoulli(0.7)));

    private static SlateBandit open(Testbed testbed, int least, int most, double cost) {
        return new SemiBandit(testbed, least, most, cost).open(Seed.of(1), 100);
    }

    @Test
    void noSlateOfAnAllowedSizeIsBetterThanTheBenchmark() {
        for (int least = 0; least <= 3; least++) {
            for (int most = Math.max(1, least); most <= 5; most++) {
                for (double cost : new double[] {-0.1, 0, 0.5, 0.75, 0.9}) {
                    SlateBandit bandit = open(FIVE, least, most, cost);
                    assertThat(bandit.benchmark()).isCloseTo(Slates.best(bandit, least, most), within(1e-12));
                }
            }
        }
    }

    @Test
    void whatASlatePaysIsItsMeanOnAverage() {
        SlateBandit bandit = open(FIVE, 0, 5, 0.25);
        double mean = 0.8 + 0.7 + 0.3 - 3 * 0.25;
        assertThat(bandit.mean(Slates.of(5, 0, 2, 1))).isCloseTo(mean, within(1e-12));
        assertThat(Slates.deviation(bandit, mean, 0, 2, 1)).isLessThan(4);
        assertThat(Slates.deviation(bandit, mean + 0.04, 0, 2, 1)).isGreaterThan(4);
    }

    @Test
    void everyShownArmIsSeenLessItsCost() {
        SlateBandit bandit = open(new FixedTestbed(List.of(new Constant(2), new Constant(3))), 0, 2, 0.5);
        Slate slate = Slates.of(2, 1, 0);
        bandit.show(slate);
        assertThat(slate.seen()).isEqualTo(2);
        assertThat(new double[] {slate.reward(0), slate.reward(1), slate.payoff()})
                .containsExactly(2.5, 1.5, 4);
    }

    @Test
    void equallyGoodSlatesAreAllOptimal() {
        SlateBandit bandit = open(FIVE, 2, 2, 0.1);
        assertThat(Slates.all(5, 2, 2).stream().filter(bandit::optimal)).hasSize(4);
        assertThat(bandit.optimal(Slates.of(5, 2, 4))).isFalse();
    }

    @Test
    void toAPlayerOfOneActionItIsABanditWithTheSameBenchmark() {
        SlateBandit bandit = open(FIVE, 0, 3, 0.5);
        assertThat(bandit.mean(0)).isCloseTo(0.3, within(1e-12));
        assertThat(bandit.benchmark()).isCloseTo(0.7, within(1e-12));
        assertThat(bandit.optimal(0)).isFalse();
        assertThat(open(FIVE, 0, 1, 0.5).optimal(0)).isTrue();
        assertThat(bandit.pull(0)).isIn(-0.5, 0.5);
    }

    @Test
    void theBestSlateChangesWithTheMeans() {
        Testbed change = new Switching(
                List.of(
                        FIVE,
                        new FixedTestbed(List.of(
                                new Bernoulli(0),
                                new Bernoulli(1),
                                new Bernoulli(0),
                                new Bernoulli(1),
                                new Bernoulli(0)))),
                List.of(1L));
        SlateBandit bandit = open(change, 2, 2, 0);
        assertThat(Worlds.over(bandit, 2, Bandit::benchmark)).containsExactly(1.5, 2);
    }

    @Test
    void theRewardsOfAnArmDoNotDependOnTheOthers() {
        SlateBandit one = open(FIVE, 0, 5, 0);
        SlateBandit other = open(FIVE, 0, 5, 0);
        for (int i = 0; i < 50; i++) {
            Slate alone = Slates.of(5, 3);
            Slate last = Slates.of(5, 0, 1, 3);
            one.show(alone);
            other.show(last);
            assertThat(last.reward(2)).isEqualTo(alone.reward(0));
        }
    }

    @Test
    void aCostTakesRewardsOutOfTheirRange() {
        assertThat(new SemiBandit(FIVE, 0, 2, 0).rewards()).isEqualTo(Rewards.BINARY);
        assertThat(new SemiBandit(FIVE, 0, 2, 0.1).rewards()).isEqualTo(Rewards.REAL);
        assertThat(new SemiBandit(FIVE, 1, 2, 0).slates()).isEqualTo(new SlateSizes(1, 2));
    }

    @Test
    void whatIsImpossibleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SemiBandit(FIVE, 0, 6, 0))
                .withMessage("most = 6, must be from 1 to the number of arms (5)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SemiBandit(FIVE, 4, 3, 0))
                .withMessage("least = 4, must be in [0, most], which is [0, 3]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SemiBandit(new Cascade(FIVE, 2), 0, 3, 0))
                .withMessageContaining("must be one that takes one action at a step");
    }
}
