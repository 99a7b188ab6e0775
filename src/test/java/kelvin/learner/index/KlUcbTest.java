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

class KlUcbTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new KlUcb(RewardFamily.BERNOULLI, 1, 3), new KlUcb(RewardFamily.GAUSSIAN, 1, 0));
    }

    @Test
    void theIndexAgreesWithTheReference() {
        IndexTable.agrees(new KlUcb(RewardFamily.BERNOULLI, 1, 0), "kl_ucb_hex");
    }

    @Test
    void logLogWidensTheBound() {
        LearnerSpec spec = new KlUcb(RewardFamily.GAUSSIAN, 1, 3);
        IndexPlayer player = (IndexPlayer) spec.create(new BanditTask(2, 1000), Players.random(1));
        IndexTable.teach(player, 0, 8, 4);
        double level = Math.log(100) + 3 * Math.log(Math.log(100));
        assertThat(player.indices(101)[0]).isCloseTo(0.5 + Math.sqrt(2 * level / 8), within(1e-12));
        assertThat(player.indices(3)[0]).isCloseTo(0.5 + Math.sqrt(2 * Math.log(2) / 8), within(1e-12));
    }

    @Test
    void parametersOutsideTheirRangesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new KlUcb(RewardFamily.BERNOULLI, 0, 0))
                .withMessage("dispersion = 0.0, must be finite and > 0");
    }
}
