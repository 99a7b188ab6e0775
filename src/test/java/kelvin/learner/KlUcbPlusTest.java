package kelvin.learner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class KlUcbPlusTest {
    @Test
    void forNormalRewardsTheWidthIsARoot() {
        LearnerSpec spec = new KlUcbPlus(Family.GAUSSIAN, 4);
        IndexPlayer player = (IndexPlayer) spec.create(new Problem(2, 1000), Players.random(1));
        IndexTable.teach(player, 0, 10, 7);
        assertThat(player.indices(101)[0]).isCloseTo(0.7 + Math.sqrt(2 * 4 * Math.log(10) / 10), within(1e-12));
    }

    @Test
    void anArmWithAllThePlaysIsItsMean() {
        LearnerSpec spec = new KlUcbPlus(Family.BERNOULLI, 1);
        IndexPlayer player = (IndexPlayer) spec.create(new Problem(2, 1000), Players.random(1));
        IndexTable.teach(player, 0, 10, 7);
        assertThat(player.indices(11)[0]).isEqualTo(0.7);
    }
}
