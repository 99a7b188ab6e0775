package kelvin.bandit.testbed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.IntStream;
import kelvin.bandit.Bandit;
import kelvin.bandit.Testbed;
import kelvin.bandit.TestbedContract;
import kelvin.bandit.Worlds;
import kelvin.contract.Rewards;
import org.junit.jupiter.api.Test;

class RewardTableTest implements TestbedContract {
    @Override
    public Testbed testbed() {
        return new RewardTable(List.of(turning(3), turning(5)));
    }

    private static List<Double> turning(int period) {
        return IntStream.range(0, STEPS).mapToObj(i -> (double) (i % period)).toList();
    }

    @Override
    public boolean scripted() {
        return true;
    }

    @Override
    public boolean otherBenchmark() {
        return true;
    }

    private static final RewardTable TABLE = new RewardTable(List.of(List.of(1.0, 0.0, 0.5), List.of(0.0, 0.25, 9.0)));

    @Test
    void aRewardIsThatOfItsStep() {
        assertThat(Worlds.over(Worlds.open(TABLE, 3), 3, bandit -> bandit.pull(1)))
                .containsExactly(0, 0.25, 9);
        assertThat(TABLE.rewards()).isEqualTo(Rewards.NON_NEGATIVE);
    }

    @Test
    void rowsBeyondTheHorizonDoNotCount() {
        assertThat(Worlds.over(Worlds.open(TABLE, 2), 2, Bandit::benchmark)).containsExactly(1, 0);
        assertThat(Worlds.over(Worlds.open(TABLE, 3), 3, Bandit::benchmark)).containsExactly(0, 0.25, 9);
    }

    @Test
    void armsAreRankedByTheirAverage() {
        assertThat(Worlds.means(Worlds.open(TABLE, 2))).containsExactly(0.5, 0.125);
    }

    @Test
    void whatIsImpossibleIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Worlds.open(TABLE, 4))
                .withMessage("table = 3 rows, must be at least as many as the horizon (4)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RewardTable(List.of()))
                .withMessage("table = [], must be at least one list");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RewardTable(List.of(List.of())))
                .withMessage("table = 0, must be >= 1");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RewardTable(List.of(List.of(1.0), List.of())))
                .withMessage("table = 0 for an arm, must be as many as for the first (1)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new RewardTable(List.of(List.of(Double.NaN))))
                .withMessage("table = NaN, must be finite");
    }
}
