package kelvin.learner.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import org.junit.jupiter.api.Test;

class BesaTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new Besa());
    }

    @Override
    public boolean keepsEveryReward() {
        return true;
    }

    @Test
    void armsAreComparedByEquallyManyOfTheirRewards() {
        double share = Players.share(new Besa(), 2, 0, player -> {
            player.select(1);
            player.select(2);
            player.observe(1, 1, 0.5);
            player.observe(2, 0, 0);
            player.observe(3, 0, 0);
            player.observe(4, 0, 1);
            return 5;
        });
        assertThat(share).isCloseTo(1.0 / 3, within(4 * Math.sqrt(2.0 / 9 / 4000)));
    }

    @Test
    void equalMeansGoToTheArmWithFewerRewards() {
        assertThat(Players.share(new Besa(), 2, 1, player -> {
                    player.select(1);
                    player.select(2);
                    player.observe(1, 1, 1);
                    player.observe(2, 0, 1);
                    player.observe(3, 0, 1);
                    return 4;
                }))
                .isEqualTo(1);
    }

    @Test
    void equalArmsTieAtRandom() {
        double share = Players.share(new Besa(), 4, 3, player -> {
            for (int i = 0; i < 4; i++) {
                player.select(i + 1);
                player.observe(i + 1, i, 1);
            }
            return 5;
        });
        assertThat(share).isCloseTo(0.25, within(4 * Math.sqrt(0.25 * 0.75 / 4000)));
    }
}
