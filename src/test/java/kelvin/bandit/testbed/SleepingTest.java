package kelvin.bandit.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.Worlds;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.arm.Constant;
import org.junit.jupiter.api.Test;

class SleepingTest implements TestbedContract {
    @Override
    public Testbed testbed() {
        return new Sleeping(
                new FixedTestbed(List.of(new Bernoulli(0.3), new Bernoulli(0.6), new Bernoulli(0.5))), 0.5, 3);
    }

    private static final Testbed THREE = new FixedTestbed(List.of(new Constant(1), new Constant(2), new Constant(3)));

    private static double[] over(double awake, long every, int steps, ToDoubleFunction<Bandit> question) {
        return Worlds.over(Worlds.open(new Sleeping(THREE, awake, every), steps), steps, question);
    }

    @Test
    void armsAreOpenWithTheirProbabilityAndNeverAllClosed() {
        // P(arm 1 open) = ½ + P(none)/3 = ½ + ⅛·⅓
        double[] open = over(0.5, 1, 20_000, b -> b.open().get(1) ? 1 : 0);
        assertThat(Worlds.deviation(open, 0.5 + 1 / 24.0)).isLessThan(4);
        assertThat(Worlds.deviation(open, 0.5)).isGreaterThan(4);
        assertThat(over(0, 1, 100, b -> b.open().cardinality())).containsOnly(1);
    }

    @Test
    void aDrawHoldsForItsSteps() {
        double[] sets = over(0.5, 10, 200, b -> b.open().toLongArray()[0]);
        assertThat(IntStream.range(0, 200).allMatch(i -> sets[i] == sets[i - i % 10]))
                .isTrue();
        assertThat(DoubleStream.of(sets).distinct().count()).isGreaterThan(3);
    }

    @Test
    void regretFollowsTheOpenArms() {
        assertThat(over(0.4, 1, 200, b -> b.benchmark() - b.open().length())).containsOnly(0);
        assertThat(over(0.4, 1, 200, b -> b.optimal(b.open().length() - 1) ? 1 : 0))
                .containsOnly(1);
    }

    @Test
    void whetherSomethingChangedIsTold() {
        Bandit bandit = Worlds.open(new Sleeping(THREE, 0.5, 1), 200);
        BitSet before = new BitSet();
        before.set(0, 3);
        for (long step = 1; step <= 200; step++) {
            boolean told = bandit.advance(step);
            assertThat(told).isEqualTo(!bandit.open().equals(before));
            before = (BitSet) bandit.open().clone();
        }
    }

    @Test
    void aClosedArmCannotBePulled() {
        Bandit bandit = Worlds.open(new Sleeping(THREE, 0, 1), 1);
        bandit.advance(1);
        int closed = bandit.open().nextClearBit(0);
        assertThatThrownBy(() -> bandit.pull(closed))
                .hasMessageStartingWith("arm " + closed + " is closed, must be one of {");
    }

    @Test
    void whatIsImpossibleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sleeping(THREE, 1.5, 1))
                .withMessage("awake = 1.5, must be in [0, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Sleeping(THREE, 0.5, 0))
                .withMessage("every = 0, must be >= 1");
    }
}
