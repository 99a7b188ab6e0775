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
import kelvin.bandit.contextual.LogisticContexts;
import kelvin.contract.Rewards;
import kelvin.model.Layout;
import org.junit.jupiter.api.Test;

class SwitchingTest implements TestbedContract {
    @Override
    public Testbed testbed() {
        return new Switching(
                List.of(
                        new FixedTestbed(List.of(new Bernoulli(0.3), new Bernoulli(0.6))),
                        new FixedTestbed(List.of(new Gaussian(1, 1), new Gaussian(0, 1)))),
                List.of(150L));
    }

    private static final Testbed GOOD_THEN_BAD =
            new Switching(List.of(pair(1, 0), pair(0, 0.5), pair(0.25, 0)), List.of(2L, 3L));

    private static Testbed pair(double first, double second) {
        return new FixedTestbed(List.of(new Constant(first), new Constant(second)));
    }

    @Test
    void eachPhaseLastsUntilItsStep() {
        assertThat(Worlds.over(Worlds.open(GOOD_THEN_BAD, 5), 5, bandit -> bandit.pull(0)))
                .containsExactly(1, 1, 0, 0.25, 0.25);
        assertThat(Worlds.over(Worlds.open(GOOD_THEN_BAD, 5), 5, Bandit::benchmark))
                .containsExactly(1, 1, 0.5, 0.25, 0.25);
    }

    @Test
    void changesAreKnownThroughOtherTestbeds() {
        assertThat(new Delayed(new Scaled(GOOD_THEN_BAD, 2), new Constant(3), 0).changes())
                .containsExactly(2L, 3L);
        assertThat(pair(1, 0).changes()).isEmpty();
    }

    @Test
    void phasesCountTheirStepsAnewAndKnowTheirLength() {
        Testbed table = new RewardTable(List.of(List.of(1.0, 2.0), List.of(0.0, 0.0)));
        Testbed twice = new Switching(List.of(table, table), List.of(2L));
        assertThat(Worlds.over(Worlds.open(twice, 4), 4, bandit -> bandit.pull(0)))
                .containsExactly(1, 2, 1, 2);
    }

    @Test
    void aChangeOfTheOpenArmsIsTold() {
        Testbed all = pair(1, 0);
        Testbed one = new Shifts(all, 1, 100);
        Bandit bandit = Worlds.open(new Switching(List.of(all, one, one, all), List.of(1L, 2L, 3L)), 4);
        boolean[] told = {bandit.advance(1), bandit.advance(2), bandit.advance(3), bandit.advance(4)};
        assertThat(told).containsExactly(false, true, false, true);
    }

    @Test
    void whatPhasesGiveIsWhatTheWorldGives() {
        Testbed mixed = new Switching(List.of(pair(1, 0), pair(2, 0.5)), List.of(1L));
        assertThat(mixed.rewards()).isEqualTo(Rewards.NON_NEGATIVE);
        assertThat(mixed.meansVary()).isFalse();
        assertThat(mixed.closesArms()).isFalse();
        assertThat(mixed.fullInformation()).isTrue();
    }

    @Test
    void whatIsImpossibleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Switching(List.of(), List.of()))
                .withMessage("phases = [], must be at least one testbed");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Switching(List.of(pair(1, 0)), List.of(1L)))
                .withMessage("until = [1], must be one step fewer than phases (1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Switching(List.of(pair(1, 0), pair(1, 0), pair(1, 0)), List.of(5L, 5L)))
                .withMessage("until = [5, 5], must be increasing, from 1");
        Testbed seen = new LogisticContexts(2, 1, 0, Layout.DISJOINT, List.of(), 1, true);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Switching(List.of(pair(1, 0), seen), List.of(5L)))
                .withMessage("phases = " + seen + ", must be of as many features as the first");
    }
}
