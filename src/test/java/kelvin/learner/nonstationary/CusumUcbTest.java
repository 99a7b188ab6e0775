package kelvin.learner.nonstationary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.IndexTable;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.learner.index.Index;
import kelvin.learner.index.IndexPlayer;
import org.junit.jupiter.api.Test;

class CusumUcbTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new CusumUcb(4, 0.1, 1, 0.2, 1));
    }

    private static IndexPlayer learnt() {
        LearnerSpec spec = new CusumUcb(4, 0.1, 1, 0.2, 1);
        IndexPlayer player = (IndexPlayer) spec.create(new BanditTask(2, 1000), Players.random(1));
        IndexTable.teach(player, 0, 4, 2);
        IndexTable.teach(player, 1, 4, 4);
        return player;
    }

    @Test
    void anArmIsForgottenWhenItsRewardsDrift() {
        IndexPlayer player = learnt();
        player.observe(9, 0, 1);
        player.observe(10, 0, 1);
        assertThat(player.indices(11)[0]).isLessThan(2);
        // the third 1 in a row lifts the sum to 3·(1 − 0.5 − 0.1) = 1.2
        player.observe(11, 0, 1);
        assertThat(player.indices(12)[0]).isEqualTo(Index.UNKNOWN);
    }

    @Test
    void theIndexCountsWhatIsRemembered() {
        assertThat(learnt().indices(9)[0]).isCloseTo(0.5 + Math.sqrt(Math.log(8) / 4), within(1e-12));
    }

    @Test
    void anyArmIsPlayedForAShareOfTheTime() {
        IndexPlayer player = learnt();
        player.select(9);
        player.select(10);
        double[] shares = new double[2];
        player.probabilities(11, shares);
        assertThat(shares).containsExactly(new double[] {0.1, 0.9}, within(1e-15));
    }
}
