package kelvin.learner.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.IndexTable;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.learner.RewardFamily;
import org.junit.jupiter.api.Test;

class KlUcbPlusTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new KlUcbPlus(RewardFamily.BERNOULLI, 1), new KlUcbPlus(RewardFamily.GAUSSIAN, 1));
    }

    @Test
    void forNormalRewardsTheWidthIsARoot() {
        LearnerSpec spec = new KlUcbPlus(RewardFamily.GAUSSIAN, 4);
        IndexPlayer player = (IndexPlayer) spec.create(new BanditTask(2, 1000), Players.random(1));
        IndexTable.teach(player, 0, 10, 7);
        assertThat(player.indices(101)[0]).isCloseTo(0.7 + Math.sqrt(2 * 4 * Math.log(10) / 10), within(1e-12));
    }

    @Test
    void anArmWithAllThePlaysIsItsMean() {
        LearnerSpec spec = new KlUcbPlus(RewardFamily.BERNOULLI, 1);
        IndexPlayer player = (IndexPlayer) spec.create(new BanditTask(2, 1000), Players.random(1));
        IndexTable.teach(player, 0, 10, 7);
        assertThat(player.indices(11)[0]).isEqualTo(0.7);
    }
}
