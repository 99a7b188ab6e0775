package kelvin.learner.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import org.junit.jupiter.api.Test;

class EpsilonFirstTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new EpsilonFirst(0.1), new EpsilonFirst(0.01));
    }

    private static double shareOfTheBetter(long step) {
        Learner player = new EpsilonFirst(0.1).create(new BanditTask(4, 1000), Players.random(1));
        for (int arm = 0; arm < 4; arm++) {
            player.observe(arm + 1, arm, arm);
        }
        double[] shares = new double[4];
        player.probabilities(step, shares);
        return shares[3];
    }

    @Test
    void aFractionOfTheHorizonIsExploration() {
        assertThat(shareOfTheBetter(100)).isEqualTo(0.25);
        assertThat(shareOfTheBetter(101)).isEqualTo(1);
    }

    @Test
    void anArmThatExplorationMissedIsTried() {
        Learner player = new EpsilonFirst(0).create(new BanditTask(2, 1000), Players.random(1));
        player.observe(1, 0, 1);
        assertThat(player.select(2)).isEqualTo(1);
    }

    @Test
    void anEpsilonAboveOneIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EpsilonFirst(1.5))
                .withMessage("epsilon = 1.5, must be in [0, 1]");
    }
}
