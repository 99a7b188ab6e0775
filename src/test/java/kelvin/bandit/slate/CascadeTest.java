package kelvin.bandit.slate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import kelvin.bandit.Slates;
import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.arm.Arm;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.arm.Gaussian;
import kelvin.bandit.testbed.FixedTestbed;
import kelvin.contract.Slate;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

class CascadeTest implements TestbedContract {
    @Override
    public Testbed testbed() {
        return new Cascade(new FixedTestbed(List.of(new Bernoulli(0.3), new Bernoulli(0.6), new Bernoulli(0.5))), 2);
    }

    @Override
    public boolean otherBenchmark() {
        return true;
    }

    private static SlateBandit open(int most, double... attraction) {
        List<Arm> arms =
                Arrays.stream(attraction).mapToObj(p -> (Arm) new Bernoulli(p)).toList();
        return new Cascade(new FixedTestbed(arms), most).open(Seed.of(1), 100);
    }

    @Test
    void noListIsBetterThanTheBenchmark() {
        for (int most = 1; most <= 4; most++) {
            SlateBandit bandit = open(most, 0.2, 0.5, 0.1, 0.5);
            assertThat(bandit.benchmark()).isCloseTo(Slates.best(bandit, 0, most), within(1e-15));
        }
    }

    @Test
    void theListPaysUnlessNothingAttracts() {
        SlateBandit bandit = open(3, 0.2, 0.5, 0.1);
        double mean = 1 - 0.8 * 0.5 * 0.9;
        assertThat(bandit.mean(Slates.of(3, 2, 0, 1))).isCloseTo(mean, within(1e-15));
        assertThat(Slates.deviation(bandit, mean, 2, 0, 1)).isLessThan(4);
        assertThat(Slates.deviation(bandit, mean + 0.02, 2, 0, 1)).isGreaterThan(4);
    }

    @Test
    void whatComesAfterTheClickIsNotSeen() {
        Slate slate = Slates.of(4, 0, 2, 1, 3);
        open(4, 0, 1, 1, 0).show(slate);
        assertThat(slate.seen()).isEqualTo(2);
        assertThat(new double[] {slate.reward(0), slate.reward(1), slate.payoff()})
                .containsExactly(0, 1, 1);
    }

    @Test
    void withoutAClickAllIsSeen() {
        Slate slate = Slates.of(4, 0, 3);
        open(4, 0, 1, 1, 0).show(slate);
        assertThat(slate.seen()).isEqualTo(2);
        assertThat(slate.payoff()).isZero();
    }

    @Test
    void toAPlayerOfOneActionItIsAListOfOne() {
        SlateBandit bandit = open(2, 0.2, 0.5, 0.1);
        assertThat(bandit.mean(1)).isEqualTo(0.5);
        assertThat(bandit.benchmark()).isCloseTo(0.6, within(1e-15));
        assertThat(bandit.optimal(1)).isFalse();
    }

    @Test
    void whatIsImpossibleIsRefused() {
        Testbed bells = new FixedTestbed(List.of(new Gaussian(0, 1)));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Cascade(bells, 1))
                .withMessageEndingWith("must be one with rewards of 0 or 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(0, 0.5))
                .withMessage("most = 0, must be from 1 to the number of arms (1)");
    }
}
