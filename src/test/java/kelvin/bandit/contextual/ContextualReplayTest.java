package kelvin.bandit.contextual;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.Worlds;
import kelvin.contract.Rewards;
import kelvin.model.feature.DataTable;
import kelvin.model.feature.FeatureMap;
import kelvin.model.feature.Numeric;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

class ContextualReplayTest implements TestbedContract {
    private static final FeatureMap EVENT = new FeatureMap(new Numeric("event"));

    /** Event i has the context i, the action i mod 4, and paid a reward that tells both. */
    private static ContextualReplay log(int events) {
        return log(events, "0.25", "paid");
    }

    private static ContextualReplay log(int events, String propensity, String paid) {
        List<String> lines = Stream.concat(
                        Stream.of("event,action,paid,p"),
                        IntStream.range(0, events)
                                .mapToObj(i -> i + "," + i % 4 + "," + (i % 7 % 2) + "," + propensity))
                .toList();
        return new ContextualReplay(new DataTable(lines), "action", paid, "p", EVENT);
    }

    private static final ContextualReplay LONG = log(10 * STEPS);

    @Override
    public Testbed testbed() {
        return LONG;
    }

    @Override
    public boolean readsALog() {
        return true;
    }

    @Override
    public boolean otherBenchmark() {
        return true;
    }

    @Test
    void aChoiceIsMadeAgainUntilTheLogTellsOfIt() {
        Bandit bandit = Worlds.open(log(400), 50);
        Set<Integer> events = new HashSet<>();
        int refused = 0;
        for (int step = 1; step <= 60; step++) {
            bandit.advance(step);
            boolean accepted;
            int arm;
            do {
                int event = (int) bandit.context().numbers()[0];
                assertThat(events.add(event)).isTrue();
                arm = event % 3;
                accepted = bandit.accepts(arm);
                assertThat(accepted).isEqualTo(event % 4 == arm);
                refused += accepted ? 0 : 1;
            } while (!accepted);
            int event = (int) bandit.context().numbers()[0];
            assertThat(bandit.mean(arm)).isEqualTo(event % 7 % 2).isEqualTo(bandit.pull(arm));
        }
        assertThat(refused).isBetween(100, 260);
    }

    @Test
    void regretIsAgainstTheActionThatPaysMostOnAverage() {
        DataTable table =
                new DataTable(List.of("event,action,paid,p", "1,0,1,0.5", "2,1,0.5,0.5", "3,1,0,0.5", "4,0,1,0.5"));
        ContextualReplay log = new ContextualReplay(table, "action", "paid", "p", EVENT);
        Bandit bandit = Worlds.open(log, 2);
        assertThat(Worlds.means(bandit)).containsExactly(1, 0.25);
        assertThat(bandit.benchmark()).isEqualTo(1);
        assertThat(bandit.optimal(0)).isTrue();
        assertThat(bandit.optimal(1)).isFalse();
        assertThat(log.rewards()).isEqualTo(Rewards.UNIT_INTERVAL);
        assertThat(log.fullInformation()).isFalse();
    }

    @Test
    void theLogMustLast() {
        Bandit bandit = Worlds.open(log(40), 10);
        assertThatThrownBy(() -> {
                    for (int step = 1; step <= 40; step++) {
                        bandit.advance(step);
                        bandit.pull(0);
                    }
                })
                .hasMessageMatching("the log of 40 events is used up after (9|10) decisions, must last to the horizon: "
                        + "lower it; they last for 10.0 decisions on average");
    }

    @Test
    void aHorizonThatTheLogHardlyReachesIsRefused() {
        String message =
                "table = 400 events, must be enough for a horizon of 101; they last for 100.0 decisions on average, and for"
                        + " 65 all but surely";
        assertThat(Worlds.open(log(400), 100).arms()).isEqualTo(4);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Worlds.open(log(400), 101))
                .withMessage(message);
    }

    @Test
    void whatIsNoLogOfUniformChoicesIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> log(40, "0.3", "paid"))
                .withMessage("propensity = 0.3, must be 1/4 at every event: a log of uniform choices");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> log(3, "0.25", "paid"))
                .withMessage("propensity = 0.25, must be 1/3 at every event: a log of uniform choices");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> log(40, "0.25", "pad"))
                .withMessage("column = 'pad', must be among: event, action, paid, p");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> log(8).open(Seed.of(1), 3))
                .withMessage(
                        "table = 8 events, must be enough for a horizon of 3; they last for 2.0 decisions on average");
        DataTable gap = new DataTable(List.of("event,action,paid,p", "1,0,1,0.5", "2,2,1,0.5"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContextualReplay(gap, "action", "paid", "p", EVENT))
                .withMessage("action = 2 actions in the log, must be such that each up to the largest occurs");
        DataTable half = new DataTable(List.of("event,action,paid,p", "1,0.5,1,0.5"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ContextualReplay(half, "action", "paid", "p", EVENT))
                .withMessage("action = 0.5, must be whole numbers from 0");
    }
}
