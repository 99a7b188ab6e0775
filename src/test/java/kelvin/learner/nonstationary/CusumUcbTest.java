package kelvin.learner.nonstationary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.json.JsonState;
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

    private static IndexPlayer loaded(IndexPlayer saved) {
        LearnerSpec spec = new CusumUcb(4, 0.1, 1, 0.2, 1);
        IndexPlayer player = (IndexPlayer) spec.create(new BanditTask(2, 1000), Players.random(2));
        JsonState.load("player", JsonState.save(saved), player);
        return player;
    }

    /** Two ones after a mean of ½ have lifted one sum to 0.8, a zero after a mean of 1 another to 0.9; the next is too much. */
    @Test
    void aDriftThatHasBegunGoesOnAfterLoading() {
        IndexPlayer saved = learnt();
        saved.observe(9, 0, 1);
        saved.observe(10, 0, 1);
        saved.observe(11, 1, 0);
        IndexPlayer player = loaded(saved);
        assertThat(player.indices(12)).doesNotContain(Index.UNKNOWN);
        player.observe(12, 0, 1);
        assertThat(player.indices(13)[0]).isEqualTo(Index.UNKNOWN);
        assertThat(player.indices(13)[1]).isLessThan(2);
        player.observe(13, 1, 0);
        assertThat(player.indices(14)[1]).isEqualTo(Index.UNKNOWN);
    }

    /** Four rewards are the new reference, and two ones after it are not enough: nothing is left of the first drift. */
    @Test
    void afterAChangeAllBeginsAnew() {
        IndexPlayer player = learnt();
        IndexTable.teach(player, 0, 3, 3);
        IndexTable.teach(player, 1, 2, 0);
        assertThat(player.indices(20)).containsOnly(Index.UNKNOWN);
        IndexTable.teach(player, 0, 4, 2);
        IndexTable.teach(player, 0, 2, 2);
        IndexTable.teach(player, 1, 5, 5);
        double[] indices = player.indices(30);
        assertThat(indices[0]).isCloseTo(4 / 6.0 + Math.sqrt(Math.log(11) / 6), within(1e-12));
        assertThat(indices[1]).isCloseTo(1 + Math.sqrt(Math.log(11) / 5), within(1e-12));
        player.observe(31, 0, 1);
        assertThat(player.indices(32)[0]).isEqualTo(Index.UNKNOWN);
    }
}
