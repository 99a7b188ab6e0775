package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Constant;
import kelvin.bandit.arm.Gaussian;
import kelvin.bandit.testbed.FixedTestbed;
import kelvin.bandit.testbed.Switching;
import kelvin.metric.RewardHistogram;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

class RewardDrawsTest {
    private static final Testbed BELLS = new FixedTestbed(List.of(new Gaussian(0, 1), new Gaussian(3, 1)));

    private static List<RewardHistogram> drawn(Testbed testbed, int draws) {
        return Scenario.of(testbed, Map.of()).histograms(Seed.of(1), 100, draws);
    }

    /** Φ(1) − Φ(−1) of a normal arm's pulls lie within one standard deviation of its mean; not so of the other arm's. */
    @Test
    void sharesAreThoseOfTheDistribution() {
        List<RewardHistogram> arms = drawn(BELLS, 20_000);
        assertThat(arms.get(0).arm()).isEqualTo(1);
        assertThat(between(arms.get(0), 2, 4)).isCloseTo(0.683, within(0.02));
        assertThat(between(arms.get(1), 2, 4)).isLessThan(0.05);
        assertThat(Arrays.stream(arms.get(0).frequency()).sum()).isCloseTo(1, within(1e-9));
    }

    private static double between(RewardHistogram arm, double low, double high) {
        double sum = 0;
        for (int bin = 0; bin < arm.low().length; bin++) {
            double overlap = Math.min(high, arm.high()[bin]) - Math.max(low, arm.low()[bin]);
            sum += arm.frequency()[bin] * Math.max(0, overlap) / (arm.high()[bin] - arm.low()[bin]);
        }
        return sum;
    }

    @Test
    void fewValuesHaveABarEach() {
        Testbed sure = new FixedTestbed(List.of(new Constant(2), new Constant(5)));
        assertThat(drawn(sure, 10).get(0).low()).containsExactly(2, 5);
        assertThat(drawn(sure, 10).get(0).frequency()).containsExactly(0, 1);
    }

    @Test
    void armsThatChangeHaveNone() {
        assertThat(drawn(new Switching(List.of(BELLS, BELLS), List.of(50L)), 10))
                .isEmpty();
        assertThat(drawn(BELLS, 0)).isEmpty();
    }
}
