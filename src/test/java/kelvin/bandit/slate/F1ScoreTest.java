package kelvin.bandit.slate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import kelvin.bandit.Slates;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.testbed.FixedTestbed;
import kelvin.policy.AllSubsets;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

class F1ScoreTest implements AnswerSetContract {
    @Override
    public Testbed around(Testbed testbed, int least, int most) {
        return new F1Score(testbed, least, most);
    }

    @Override
    public double payoff(boolean[] shown, boolean[] right) {
        int hits = (int) IntStream.range(0, shown.length)
                .filter(i -> shown[i] && right[i])
                .count();
        int sum = AllSubsets.size(shown) + AllSubsets.size(right);
        return sum == 0 ? 1 : 2.0 * hits / sum;
    }

    /** An answer that is right with probability 0.4 is worth giving beside one of 0.6, and not beside one of 0 or 0.9. */
    @Test
    void whetherAnAnswerIsWorthGivingDependsOnTheOthers() {
        assertThat(optimal(0.4, 0.6, 0, 1)).isTrue();
        assertThat(optimal(0.4, 0.6, 1)).isFalse();
        assertThat(optimal(0.4, 0)).isTrue();
        assertThat(optimal(0.4, 0, 0)).isFalse();
        assertThat(optimal(0.4, 0.9, 1)).isTrue();
        assertThat(optimal(0.4, 0.9, 0, 1)).isFalse();
    }

    private static boolean optimal(double first, double second, int... shown) {
        Testbed pair = new FixedTestbed(List.of(new Bernoulli(first), new Bernoulli(second)));
        return new F1Score(pair, 0, 2).open(Seed.of(1), 1).optimal(Slates.of(2, shown));
    }
}
