package kelvin.learner.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import kelvin.contract.Slate;
import kelvin.learner.Players;
import kelvin.learner.slate.SlateLearnerContract;
import kelvin.learner.slate.SlateSpec;
import org.junit.jupiter.api.Test;

class BernoulliLogisticTest implements SlateLearnerContract {
    private static final double[] START = {0.4, -0.7, 1.3};

    @Override
    public SlateSpec spec() {
        return new BernoulliLogistic(0.3, Baseline.EXCLUDING);
    }

    private static BernoulliLogistic.Player player(double stepSize, Baseline baseline) {
        BernoulliLogistic.Player player = new BernoulliLogistic(stepSize, baseline).player(3, Players.random(1));
        System.arraycopy(START, 0, player.preferences, 0, 3);
        player.update();
        return player;
    }

    private static Slate slate(int subset) {
        Slate slate = new Slate(3);
        for (int i = 0; i < 3; i++) {
            if ((subset >> i & 1) == 1) {
                slate.add(i);
            }
        }
        return slate;
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    /** P(S) for every S, by hand. */
    private static double probability(double[] preferences, int subset) {
        double p = 1;
        for (int i = 0; i < preferences.length; i++) {
            double open = sigmoid(preferences[i]);
            p *= (subset >> i & 1) == 1 ? open : 1 - open;
        }
        return p;
    }

    /** A payoff in which arms help and hinder each other, so that no arm could learn from its own reward. */
    private static double payoff(Slate slate) {
        return (slate.contains(0) ? 1 : 0) - (slate.contains(0) && slate.contains(1) ? 2 : 0) + 0.5 * slate.size();
    }

    private static double[] expectedStep(ToDoubleFunction<Slate> payoff) {
        double[] expected = new double[3];
        for (int subset = 0; subset < 8; subset++) {
            BernoulliLogistic.Player player = player(1, Baseline.NONE);
            Slate slate = slate(subset);
            slate.pay(payoff.applyAsDouble(slate));
            player.observe(1, slate);
            double p = probability(START, subset);
            Arrays.setAll(expected, i -> expected[i] + p * (player.preferences[i] - START[i]));
        }
        return expected;
    }

    private static double expectedPayoff(double[] preferences) {
        double sum = 0;
        for (int subset = 0; subset < 8; subset++) {
            sum += probability(preferences, subset) * payoff(slate(subset));
        }
        return sum;
    }

    /** Over all subsets, against central differences of the expected payoff: Williams' theorem. */
    @Test
    void inExpectationItFollowsTheGradientOfThePayoff() {
        double[] gradient = new double[3];
        Arrays.setAll(gradient, i -> {
            double[] up = START.clone();
            double[] down = START.clone();
            up[i] += 1e-4;
            down[i] -= 1e-4;
            return (expectedPayoff(up) - expectedPayoff(down)) / 2e-4;
        });
        assertThat(expectedStep(BernoulliLogisticTest::payoff)).containsExactly(gradient, within(1e-8));
    }

    @Test
    void aConstantAddedToThePayoffChangesNoExpectedStep() {
        double[] shifted = expectedStep(slate -> payoff(slate) + 10);
        assertThat(shifted).containsExactly(expectedStep(BernoulliLogisticTest::payoff), within(1e-12));
    }

    @Test
    void gatesThatStayedShutLearnToo() {
        BernoulliLogistic.Player player = player(0.5, Baseline.NONE);
        Slate slate = slate(0b010);
        slate.pay(2);
        player.observe(1, slate);
        assertThat(player.preferences)
                .containsExactly(
                        new double[] {
                            0.4 + 0.5 * 2 * (0 - sigmoid(0.4)),
                            -0.7 + 0.5 * 2 * (1 - sigmoid(-0.7)),
                            1.3 + 0.5 * 2 * (0 - sigmoid(1.3))
                        },
                        within(1e-15));
    }

    @Test
    void aBaselineIsTakenFromThePayoff() {
        BernoulliLogistic.Player player = player(0.5, Baseline.INCLUDING);
        Slate slate = slate(0b101);
        slate.pay(2);
        player.observe(1, slate);
        assertThat(player.preferences).containsExactly(START);
    }

    @Test
    void aStepSizeOfZeroIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new BernoulliLogistic(0, Baseline.NONE))
                .withMessage("stepSize = 0.0, must be finite and > 0");
    }
}
