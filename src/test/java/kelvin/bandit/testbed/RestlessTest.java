package kelvin.bandit.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.Worlds;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.arm.Constant;
import org.junit.jupiter.api.Test;

class RestlessTest implements TestbedContract {
    @Override
    public Testbed testbed() {
        return new Restless(3, new Bernoulli(0.8), new Bernoulli(0.2), 0.1, 0.3);
    }

    private static final Testbed TESTBED = new Restless(2, new Constant(1), new Constant(0), 0.1, 0.3);

    private static double[] states(int from, int every, int count) {
        double[] all = Worlds.over(Worlds.open(TESTBED, 1), from + (long) every * count, bandit -> bandit.mean(1));
        return IntStream.range(0, count).mapToDouble(i -> all[from + i * every]).toArray();
    }

    @Test
    void statesHaveTheirLongRunShares() {
        // 40 steps apart states are as good as independent: correlation 0.6⁴⁰
        assertThat(Worlds.deviation(states(0, 40, 5000), 0.75)).isLessThan(4);
        assertThat(Worlds.deviation(states(0, 40, 5000), 0.78)).isGreaterThan(4);
    }

    @Test
    void statesTurnWithTheirProbabilities() {
        double[] states = states(0, 1, 40_000);
        double[] afterGood = IntStream.range(1, states.length)
                .filter(i -> states[i - 1] == 1)
                .mapToDouble(i -> states[i])
                .toArray();
        assertThat(Worlds.deviation(afterGood, 0.9)).isLessThan(4);
        assertThat(Worlds.deviation(afterGood, 0.91)).isGreaterThan(4);
    }

    @Test
    void rewardsComeFromThePresentStateWhoeverPulls() {
        Bandit bandit = Worlds.open(TESTBED, 200);
        double[] surprise = Worlds.over(bandit, 200, b -> b.pull(1) - b.mean(1));
        assertThat(surprise).containsOnly(0);
        assertThat(Worlds.over(Worlds.open(TESTBED, 200), 200, b -> b.pull(0) * 0 + b.mean(1)))
                .containsExactly(states(0, 1, 200));
    }

    @Test
    void whatIsImpossibleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Restless(0, new Constant(1), new Constant(0), 0.1, 0.1))
                .withMessage("arms = 0, must be >= 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Restless(1, new Constant(1), new Constant(0), 0, 0.1))
                .withMessage("toBad = 0.0, must be in (0, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Restless(1, new Constant(1), new Constant(0), 0.1, Double.NaN))
                .withMessage("toGood = NaN, must be in (0, 1]");
    }
}
