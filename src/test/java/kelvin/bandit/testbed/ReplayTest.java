package kelvin.bandit.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.Worlds;
import kelvin.contract.Rewards;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

class ReplayTest implements TestbedContract {
    @Override
    public Testbed testbed() {
        return new Replay(
                IntStream.range(0, 10 * STEPS).mapToObj(i -> i % 4).toList(),
                IntStream.range(0, 10 * STEPS)
                        .mapToObj(i -> (double) (i % 7 % 2))
                        .toList(),
                Collections.nCopies(10 * STEPS, 0.25));
    }

    @Override
    public boolean readsALog() {
        return true;
    }

    private static Replay log(int events) {
        List<Integer> actions = IntStream.range(0, events).mapToObj(i -> i % 4).toList();
        List<Double> paid = IntStream.range(0, events).mapToObj(i -> (double) i).toList();
        return new Replay(actions, paid, Collections.nCopies(events, 0.25));
    }

    @Test
    void aDecisionMeetsAnEventOfItsActionAndNoEventTwice() {
        double[] paid = Worlds.pulls(Worlds.open(log(400), 1), 3, 100);
        assertThat(DoubleStream.of(paid)).allMatch(reward -> reward % 4 == 3).doesNotHaveDuplicates();
    }

    @Test
    void theEventsBeforeItArePassedOver() {
        Bandit bandit = Worlds.open(log(4000), 1);
        double used = 0;
        for (int i = 0; i < 500; i++) {
            used += bandit.pull(i % 4) >= 0 ? 1 : 0;
        }
        assertThat(used).isEqualTo(500);
        assertThatThrownBy(() -> Worlds.pulls(bandit, 0, 900))
                .hasMessageMatching("the log of 4000 events is used up after (9|10|11)\\d\\d decisions, "
                        + "must last to the horizon: lower it");
    }

    @Test
    void repetitionsReadInOrdersOfTheirOwnLearnersInTheSame() {
        double[] one = Worlds.pulls(log(400).open(Seed.of(1), 1), 2, 9);
        assertThat(Worlds.pulls(log(400).open(Seed.of(1), 1), 2, 9)).containsExactly(one);
        assertThat(Worlds.pulls(log(400).open(Seed.of(2), 1), 2, 9)).isNotEqualTo(one);
    }

    @Test
    void meansAreTheAveragesOfTheLog() {
        assertThat(Worlds.means(Worlds.open(log(8), 1))).containsExactly(2, 3, 4, 5);
        assertThat(log(8).rewards()).isEqualTo(Rewards.COUNTS);
        assertThat(log(8).fullInformation()).isFalse();
    }

    @Test
    void whatIsImpossibleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Replay(List.of(0, 1), List.of(1.0, 0.0), List.of(0.5, 0.4)))
                .withMessage("propensities = 0.4, must be 1/2 at every event: a log of uniform choices");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Replay(List.of(0, 1), List.of(1.0, 0.0), List.of(0.5)))
                .withMessage("propensities = 1 numbers, must be one per event (2)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Worlds.open(log(8), 9))
                .withMessage("actions = 8 events, must be at least as many as the horizon (9)");
    }
}
