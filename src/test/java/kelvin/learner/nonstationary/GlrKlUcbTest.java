package kelvin.learner.nonstationary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.IndexTable;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.learner.index.Index;
import kelvin.learner.index.IndexPlayer;
import org.junit.jupiter.api.Test;

class GlrKlUcbTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new GlrKlUcb(0.05, 0.2, false, 1), new GlrKlUcb(0.05, 0, true, 10));
    }

    private static IndexPlayer player(boolean local) {
        LearnerSpec spec = new GlrKlUcb(0.05, 0, local, 1);
        return (IndexPlayer) spec.create(new BanditTask(2, 1000), Players.random(1));
    }

    /** How many ones after thirty zeros make the likelihood ratio pass the threshold: n times the entropy of the mean. */
    private static int onesToNotice() {
        int ones = 1;
        double statistic;
        double threshold;
        do {
            double n = 30 + ++ones;
            statistic = -30 * Math.log(30 / n) - ones * Math.log(ones / n);
            threshold = Math.log(3 * n * Math.sqrt(n) / 0.05);
        } while (statistic <= threshold);
        return ones;
    }

    private static IndexPlayer afterOnes(boolean local, int ones) {
        IndexPlayer player = player(local);
        IndexTable.teach(player, 1, 5, 2);
        IndexTable.teach(player, 0, 30, 0);
        IndexTable.teach(player, 0, ones, ones);
        return player;
    }

    @Override
    public boolean keepsEveryReward() {
        return true;
    }

    @Test
    void aChangeIsNoticedWhenTheLikelihoodRatioPassesItsThreshold() {
        int ones = onesToNotice();
        assertThat(afterOnes(false, ones - 1).indices(100)).doesNotContain(Index.UNKNOWN);
        assertThat(afterOnes(false, ones).indices(100)).containsOnly(Index.UNKNOWN);
    }

    @Test
    void aLocalRestartLeavesTheOtherArmsAlone() {
        double[] indices = afterOnes(true, onesToNotice()).indices(100);
        assertThat(indices[0]).isEqualTo(Index.UNKNOWN);
        assertThat(indices[1]).isLessThan(1);
    }

    @Test
    void armsAreForcedInTurn() {
        LearnerSpec spec = new GlrKlUcb(0.05, 0.2, false, 1);
        IndexPlayer player = (IndexPlayer) spec.create(new BanditTask(2, 1000), Players.random(1));
        IndexTable.teach(player, 0, 5, 5);
        IndexTable.teach(player, 1, 5, 0);
        assertThat(player.indices(21)[0]).isEqualTo(Index.UNKNOWN);
        assertThat(player.indices(22)[1]).isEqualTo(Index.UNKNOWN);
        assertThat(player.indices(23)).doesNotContain(Index.UNKNOWN);
    }
}
