package kelvin.learner.nonstationary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.LongRun;
import kelvin.learner.Players;
import org.junit.jupiter.api.Test;

class ThompsonWindowTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new ThompsonWindow(5), new ThompsonWindow(1000));
    }

    @Test
    void whatFallsOutOfTheWindowIsForgotten() {
        Learner player = new ThompsonWindow(10).create(new BanditTask(2, 100), Players.random(1));
        player.observe(1, 0, 1);
        double[] p = new double[2];
        player.probabilities(11, p);
        assertThat(p[0]).isCloseTo(2.0 / 3, within(1e-12));
        player.probabilities(12, p);
        assertThat(p[0]).isCloseTo(0.5, within(1e-12));
    }

    @Test
    void itFollowsAChange() {
        assertThat(LongRun.optimalBeforeAndAfterASwap(new ThompsonWindow(500), 20_000)[1])
                .isGreaterThan(0.9);
    }

    @Test
    void anEmptyWindowIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ThompsonWindow(0))
                .withMessage("window = 0, must be >= 1");
    }

    @Test
    void valuesAreThePosteriorMeansOfTheWindow() {
        Learner player = new ThompsonWindow(10).create(new BanditTask(2, 100), Players.random(1));
        assertValues(player, 1, 0.5, 0.5);
        player.observe(1, 0, 1);
        player.observe(3, 1, 0);
        assertValues(player, 4, 2 / 3.0, 1 / 3.0);
        assertValues(player, 12, 0.5, 1 / 3.0);
    }

    private static void assertValues(Learner player, long step, double... expected) {
        double[] values = new double[2];
        assertThat(player.values(step, values)).isTrue();
        assertThat(values).containsExactly(expected, within(1e-15));
    }
}
