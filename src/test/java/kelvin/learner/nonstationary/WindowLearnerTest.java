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
import kelvin.policy.Greedy;
import kelvin.policy.Policy;
import kelvin.policy.Softmax;
import kelvin.policy.temperature.EffectiveActions;
import org.junit.jupiter.api.Test;

class WindowLearnerTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new WindowLearner(new Softmax(0.5), 5, 0), new WindowLearner(new Greedy(), 1000, 1));
    }

    @Test
    void valuesAreAveragesOfTheLatestDecisions() {
        Learner player = new WindowLearner(new Softmax(1), 3, 0).create(new BanditTask(2, 100), Players.random(1));
        player.observe(1, 0, 9);
        player.observe(2, 0, 1);
        player.observe(3, 0, 2);
        player.observe(4, 1, 1);
        double[] p = new double[2];
        player.probabilities(5, p);
        assertThat(p[0]).isCloseTo(1 / (1 + Math.exp(-0.5)), within(1e-15));
        player.probabilities(7, p);
        assertThat(p[0]).isCloseTo(1 / (1 + Math.exp(1)), within(1e-15));
    }

    @Test
    void aRewardThatIsOlderThanTheWindowComesTooLate() {
        Learner player = new WindowLearner(new Greedy(), 3, 0).create(new BanditTask(2, 100), Players.random(1));
        player.select(9);
        player.observe(5, 0, 1);
        player.observe(8, 1, 0.5);
        double[] p = new double[2];
        player.probabilities(9, p);
        assertThat(p).containsExactly(0, 1);
    }

    /** Elsewhere, sums updated by differences drifted away. */
    @Test
    void roundingErrorsDoNotPileUp() {
        RecentRewards window = new RecentRewards(1, 10);
        for (int step = 1; step <= 100_000; step++) {
            window.add(step, 0, step == 5 ? 1e16 : 0.1);
        }
        assertThat(window.sum(0) / window.count(0)).isCloseTo(0.1, within(1e-14));
    }

    @Test
    void anEmptyWindowIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WindowLearner(new Greedy(), 0, 0))
                .withMessage("window = 0, must be >= 1");
    }

    /** Twice the difference of the values wants twice the temperature, and where rewards were forgotten there is none. */
    @Test
    void theTemperatureIsThatOfTheValuesOfItsStep() {
        assertThat(temperature(new Softmax(0.5), 1, 2)).isEqualTo(0.5);
        double one = temperature(new EffectiveActions(1.5), 1, 2);
        assertThat(temperature(new EffectiveActions(1.5), 2, 2)).isCloseTo(2 * one, within(1e-9));
        assertThat(temperature(new EffectiveActions(1.5), 2, 9))
                .isEqualTo(temperature(new EffectiveActions(1.5), 0, 2))
                .isNotEqualTo(2 * one);
    }

    private static double temperature(Policy policy, double reward, long step) {
        Learner player = new WindowLearner(policy, 3, 0).create(new BanditTask(2, 100), Players.random(1));
        player.observe(1, 0, reward);
        return player.temperature(step);
    }

    @Test
    void valuesAreThoseOfTheirStepThoughNothingWasChosenSince() {
        Learner player = new WindowLearner(new Softmax(1), 3, 0.25).create(new BanditTask(2, 100), Players.random(1));
        player.observe(1, 0, 9);
        player.observe(2, 1, 1);
        double[] values = new double[2];
        player.values(4, values);
        assertThat(values).containsExactly(9, 1);
        player.values(5, values);
        assertThat(values).containsExactly(0.25, 1);
    }
}
