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

class ImedTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new Imed(RewardFamily.BERNOULLI, 1), new Imed(RewardFamily.GAUSSIAN, 1));
    }

    @Test
    void theIndexAgreesWithTheReference() {
        IndexTable.agrees(new Imed(RewardFamily.BERNOULLI, 1), "imed_if_best_is_0.7_hex");
    }

    /** Normal rewards of variance 4: 4·(1/2)²/(2·4) + ln 4 of the worse arm is more than the ln 4 of the best, which is played. */
    @Test
    void theArmWithTheLeastEvidenceAndPlaysIsPlayed() {
        LearnerSpec spec = new Imed(RewardFamily.GAUSSIAN, 4);
        IndexPlayer player = (IndexPlayer) spec.create(new BanditTask(2, 1000), Players.random(1));
        IndexTable.teach(player, 0, 4, 2);
        IndexTable.teach(player, 1, 4, 4);
        assertThat(player.indices(9)).containsExactly(new double[] {-0.125 - Math.log(4), -Math.log(4)}, within(1e-9));
        assertThat(player.select(9)).isEqualTo(1);
    }
}
