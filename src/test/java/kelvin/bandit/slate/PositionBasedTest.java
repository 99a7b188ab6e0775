package kelvin.bandit.slate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import kelvin.bandit.Slates;
import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.Worlds;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.arm.Gaussian;
import kelvin.bandit.testbed.FixedTestbed;
import kelvin.contract.Slate;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

class PositionBasedTest implements TestbedContract {
    @Override
    public Testbed testbed() {
        return new PositionBased(FOUR, List.of(0.9, 0.5));
    }

    @Override
    public boolean otherBenchmark() {
        return true;
    }

    private static final Testbed FOUR =
            new FixedTestbed(List.of(new Bernoulli(0.2), new Bernoulli(0.9), new Bernoulli(0.5), new Bernoulli(0.5)));

    private static SlateBandit open(Double... examination) {
        return new PositionBased(FOUR, List.of(examination)).open(Seed.of(1), 100);
    }

    @Test
    void noListIsBetterThanTheBenchmark() {
        for (Double[] places : new Double[][] {{0.9}, {1.0, 0.5, 0.25}, {0.8, 0.8, 0.1, 0.0}}) {
            SlateBandit bandit = open(places);
            assertThat(bandit.benchmark()).isCloseTo(Slates.best(bandit, 0, places.length), within(1e-15));
        }
        assertThat(open(1.0, 0.5).benchmark()).isEqualTo(0.9 + 0.25);
    }

    @Test
    void clicksNeedALookAndAttraction() {
        SlateBandit bandit = open(0.9, 0.5, 0.2);
        double mean = 0.9 * 0.5 + 0.5 * 0.9 + 0.2 * 0.2;
        assertThat(bandit.mean(Slates.of(4, 2, 1, 0))).isCloseTo(mean, within(1e-15));
        assertThat(Slates.deviation(bandit, mean, 2, 1, 0)).isLessThan(4);
        assertThat(Slates.deviation(bandit, mean + 0.03, 2, 1, 0)).isGreaterThan(4);
    }

    @Test
    void allPlacesAreSeen() {
        SlateBandit bandit = open(1.0, 0.0);
        bandit.advance(1);
        Slate slate = Slates.of(4, 2, 1);
        bandit.show(slate);
        assertThat(slate.seen()).isEqualTo(2);
        assertThat(slate.reward(1)).isZero();
        assertThat(slate.payoff()).isEqualTo(slate.reward(0));
    }

    @Test
    void listsThatDifferInEqualPlacesAreAllOptimal() {
        SlateBandit bandit = open(0.6, 0.3, 0.3);
        assertThat(Slates.all(4, 3, 3).stream().filter(bandit::optimal)).hasSize(2);
        assertThat(open(0.3, 0.3, 0.3).optimal(Slates.of(4, 2, 1, 3))).isTrue();
    }

    @Test
    void toAPlayerOfOneActionItIsTheFirstPlace() {
        SlateBandit bandit = open(0.5, 0.25);
        assertThat(bandit.mean(1)).isEqualTo(0.45);
        assertThat(Worlds.deviation(Worlds.over(bandit, 20_000, b -> b.pull(1)), 0.45))
                .isLessThan(4);
    }

    @Test
    void whoLooksDependsOnTheStepAlone() {
        SlateBandit one = open(0.5, 0.5);
        SlateBandit other = open(0.5, 0.5);
        for (int step = 1; step <= 60; step++) {
            one.advance(step);
            other.advance(step);
            Slate alone = Slates.of(4, 1);
            Slate first = Slates.of(4, 1, 0);
            one.show(alone);
            other.show(first);
            assertThat(first.reward(0)).isEqualTo(alone.reward(0));
        }
    }

    @Test
    void whatIsImpossibleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(0.5, 0.6))
                .withMessage("examination = 0.6, must be in [0, 1], and none above the one before");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> open(1.0, 1.0, 1.0, 1.0, 1.0))
                .withMessage("examination = 5, must be from 1 to the number of arms (4)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new PositionBased(new FixedTestbed(List.of(new Gaussian(0, 1))), List.of(1.0)))
                .withMessageEndingWith("must be one with rewards of 0 or 1");
    }
}
