package kelvin.bandit.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.IntStream;
import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.Worlds;
import org.junit.jupiter.api.Test;

class RandomSwitchingTest implements TestbedContract {
    @Override
    public Testbed testbed() {
        return new RandomSwitching(PHASE, 0.05);
    }

    private static final Testbed PHASE = new GaussianTestbed(2, 0, 1, 1);

    private static double[] changes(double probability) {
        double[] means =
                Worlds.over(Worlds.open(new RandomSwitching(PHASE, probability), 20_000), 20_000, b -> b.mean(0));
        return IntStream.range(1, means.length)
                .mapToDouble(i -> means[i] == means[i - 1] ? 0 : 1)
                .toArray();
    }

    @Test
    void armsAreDrawnAnewWithTheProbability() {
        assertThat(Worlds.deviation(changes(0.05), 0.05)).isLessThan(4);
        assertThat(Worlds.deviation(changes(0.05), 0.06)).isGreaterThan(4);
        assertThat(changes(0)).containsOnly(0);
        assertThat(changes(1)).containsOnly(1);
    }

    @Test
    void changesComeAtTheSameStepsWhoeverPulls() {
        Testbed testbed = new RandomSwitching(PHASE, 0.1);
        double[] watched = Worlds.over(Worlds.open(testbed, 99), 99, b -> b.mean(0));
        assertThat(Worlds.over(Worlds.open(testbed, 99), 99, b -> b.mean(0) + 0 * b.pull(1)))
                .containsExactly(watched);
    }

    @Test
    void whatIsImpossibleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RandomSwitching(PHASE, 1.5))
                .withMessage("probability = 1.5, must be in [0, 1]");
    }
}
