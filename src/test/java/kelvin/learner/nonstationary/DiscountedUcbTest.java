package kelvin.learner.nonstationary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.learner.index.IndexPlayer;
import org.junit.jupiter.api.Test;

class DiscountedUcbTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new DiscountedUcb(0.95, 0.6, 1));
    }

    private static IndexPlayer player() {
        return (IndexPlayer) new DiscountedUcb(0.5, 0.6, 1).create(new BanditTask(2, 1000), Players.random(1));
    }

    @Test
    void rewardsFadeWithTheirAge() {
        IndexPlayer player = player();
        player.observe(1, 0, 1);
        player.observe(2, 1, 0);
        player.observe(3, 1, 1);
        double n0 = 0.25;
        double n1 = 1.5;
        double log = Math.log(n0 + n1);
        assertThat(player.indices(4))
                .containsExactly(
                        new double[] {1 + 2 * Math.sqrt(0.6 * log / n0), 1 / n1 + 2 * Math.sqrt(0.6 * log / n1)},
                        within(1e-12));
    }

    @Test
    void aLateRewardHasTheWeightOfItsAge() {
        IndexPlayer late = player();
        late.observe(3, 1, 1);
        late.observe(1, 0, 1);
        late.observe(2, 1, 0);
        IndexPlayer prompt = player();
        prompt.observe(1, 0, 1);
        prompt.observe(2, 1, 0);
        prompt.observe(3, 1, 1);
        assertThat(late.indices(5)).containsExactly(prompt.indices(5), within(1e-12));
    }

    @Test
    void aDiscountOfOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new DiscountedUcb(1, 0.6, 1))
                .withMessage("discount = 1.0, must be in (0, 1)");
    }

    /** Rewards 1 and 0 of the first two steps weigh 1/2 and 1. */
    @Test
    void valuesAreDiscountedMeans() {
        Learner player = new DiscountedUcb(0.5, 0.6, 1).create(new BanditTask(2, 100), Players.random(1));
        player.observe(1, 0, 1);
        player.observe(2, 0, 0);
        double[] values = new double[2];
        assertThat(player.values(3, values)).isTrue();
        assertThat(values[0]).isEqualTo(0.5 / 1.5);
        assertThat(values[1]).isNaN();
    }

    /** Rewards from 0 to 3: three times the width for rewards from 0 to 1. */
    @Test
    void theWidthIsInTheUnitOfRewards() {
        IndexPlayer wide =
                (IndexPlayer) new DiscountedUcb(0.5, 0.6, 3).create(new BanditTask(2, 1000), Players.random(1));
        IndexPlayer narrow = player();
        for (IndexPlayer each : new IndexPlayer[] {wide, narrow}) {
            each.observe(1, 0, 0);
            each.observe(2, 1, 0);
            each.observe(3, 1, 0);
        }
        assertThat(wide.indices(4)[0]).isPositive().isCloseTo(3 * narrow.indices(4)[0], within(1e-12));
        assertThat(wide.indices(4)[1]).isPositive().isCloseTo(3 * narrow.indices(4)[1], within(1e-12));
    }
}
