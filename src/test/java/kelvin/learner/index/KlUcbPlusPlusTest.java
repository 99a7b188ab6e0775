package kelvin.learner.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.IndexTable;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.learner.RewardFamily;
import org.junit.jupiter.api.Test;

class KlUcbPlusPlusTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new KlUcbPlusPlus(RewardFamily.BERNOULLI, 1), new KlUcbPlusPlus(RewardFamily.GAUSSIAN, 1));
    }

    private static double index(int plays) {
        LearnerSpec spec = new KlUcbPlusPlus(RewardFamily.GAUSSIAN, 1);
        IndexPlayer player = (IndexPlayer) spec.create(new BanditTask(2, 1000), Players.random(1));
        IndexTable.teach(player, 0, plays, plays / 2);
        return player.indices(plays + 1)[0];
    }

    @Test
    void forNormalRewardsTheWidthIsARoot() {
        double log = Math.log(50);
        assertThat(index(10)).isCloseTo(0.5 + Math.sqrt(2 * (log + Math.log(1 + log * log)) / 10), within(1e-12));
    }

    @Test
    void anArmPlayedItsShareOfTheHorizonIsItsMean() {
        assertThat(index(500)).isEqualTo(0.5);
        assertThat(index(900)).isEqualTo(0.5);
    }

    @Test
    void anUnknownHorizonIsRefused() {
        LearnerSpec spec = new KlUcbPlusPlus(RewardFamily.BERNOULLI, 1);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> spec.create(new BanditTask(2, BanditTask.UNKNOWN), Players.random(1)))
                .withMessageContaining("horizon = unknown");
    }
}
