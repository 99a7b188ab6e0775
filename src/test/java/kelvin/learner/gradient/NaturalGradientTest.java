package kelvin.learner.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;
import kelvin.learner.BanditTask;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.policy.Softmax;
import org.junit.jupiter.api.Test;

class NaturalGradientTest implements LearnerContract {
    private static final double[] PREFERENCES = {2, -1, 0.5, -6};
    private static final double ALPHA = 0.3;

    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(
                new NaturalGradient(0.3, 0.01, Baseline.INCLUDING, List.of()),
                new NaturalGradient(0.1, 1, Baseline.NONE, List.of()));
    }

    /** (F + γI) times the step is the plain gradient, F being the Fisher information. */
    @Test
    void theStepTimesTheDampedFisherInformationIsThePlainGradient() {
        for (double damping : new double[] {1e-6, 0.01, 0.3, 0.999}) {
            assertThat(largestResidual(damping, damping)).isLessThan(1e-12);
        }
    }

    @Test
    void anotherDampingIsNoticed() {
        assertThat(largestResidual(0.01, 0.0101)).isGreaterThan(1e-4);
    }

    private static double largestResidual(double damping, double assumed) {
        double[] p = new Softmax(1).probabilities(PREFERENCES);
        double largest = 0;
        for (int action = 0; action < p.length; action++) {
            double[] step = step(natural(damping), action, 0.7);
            double along = 0;
            for (int i = 0; i < p.length; i++) {
                along += p[i] * step[i];
            }
            for (int i = 0; i < p.length; i++) {
                double product = ((1 - assumed) * p[i] + assumed) * step[i] - (1 - assumed) * p[i] * along;
                double gradient = ALPHA * 0.7 * ((i == action ? 1 : 0) - p[i]);
                largest = Math.max(largest, Math.abs(product - gradient));
            }
        }
        return largest;
    }

    @Test
    void withoutDampingTheStepIsThatOfImportanceWeighting() {
        double[] p = new Softmax(1).probabilities(PREFERENCES);
        double[] step = step(natural(1e-12), 3, 0.7);
        assertThat(step[3] - step[0]).isCloseTo(ALPHA * 0.7 / p[3], within(1e-4));
        assertThat(step[2] - step[0]).isCloseTo(0, within(1e-4));
    }

    @Test
    void fullyDampedItIsTheGradientBandit() {
        assertThat(step(natural(1), 1, 0.7)).containsExactly(step(new GradientBandit(ALPHA, Baseline.NONE), 1, 0.7));
    }

    @Test
    void noStepIsLongerThanTheDampingAllows() {
        double[] step = step(natural(0.01), 3, 1);
        assertThat(step[3]).isBetween(0.7 * ALPHA / 0.01, ALPHA / 0.01);
    }

    @Test
    void theBaselineDoesNotChangeTheExpectedStep() {
        double[] means = {1, 0.8, 0.1, 0.3};
        double[] lower = Arrays.stream(means).map(mean -> mean - 5).toArray();
        assertThat(ExactGradient.step(NaturalGradientTest::player, PREFERENCES, means))
                .containsExactly(ExactGradient.step(NaturalGradientTest::player, PREFERENCES, lower), within(1e-14));
    }

    @Test
    void closedActionsDoNotMoveUnlessTheirOwnRewardIsLate() {
        GradientBandit.Player player = player();
        BitSet open = new BitSet();
        open.set(0, 3);
        player.open(open);
        player.observe(1, 0, 1);
        assertThat(player.preferences[3]).isZero();
        player.observe(2, 3, 0.5);
        assertThat(player.preferences[3]).isCloseTo(ALPHA * 0.5 / 0.01, within(1e-12));
    }

    @Test
    void itStartsFromItsPreferences() {
        NaturalGradient spec = new NaturalGradient(0.1, 1, Baseline.NONE, List.of(0.0, 6.0));
        GradientBandit.Player player = spec.player(2, Players.random(1));
        assertThat(player.probabilities[0]).isCloseTo(1 / (1 + Math.exp(6)), within(1e-15));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> spec.player(3, Players.random(1)))
                .withMessage("preferences = [0.0, 6.0], must be one number for each of 3 actions, or none");
    }

    /** Only differences between preferences count, however far from 0 they lie, and only those between open actions. */
    @Test
    void preferencesFarFromZeroGiveTheirSoftmax() {
        double second = 1 / (1 + Math.exp(-1));
        assertThat(from(1000, 1001).probabilities).containsExactly(new double[] {1 - second, second}, within(1e-15));
        assertThat(from(-1000, -999).probabilities).containsExactly(new double[] {1 - second, second}, within(1e-15));
        GradientBandit.Player player = from(0, 1000);
        player.open(BitSet.valueOf(new long[] {1}));
        assertThat(player.probabilities).containsExactly(1, 0);
    }

    private static GradientBandit.Player from(double first, double second) {
        return new NaturalGradient(0.1, 1, Baseline.NONE, List.of(first, second)).player(2, Players.random(1));
    }

    private static NaturalGradient natural(double damping) {
        return new NaturalGradient(ALPHA, damping, Baseline.NONE, List.of());
    }

    private static GradientBandit.Player player() {
        return player(natural(0.01));
    }

    private static GradientBandit.Player player(LearnerSpec spec) {
        return (GradientBandit.Player) spec.create(new BanditTask(4, 10), Players.random(1));
    }

    private static double[] step(LearnerSpec spec, int action, double reward) {
        GradientBandit.Player player = player(spec);
        System.arraycopy(PREFERENCES, 0, player.preferences, 0, PREFERENCES.length);
        BitSet all = new BitSet();
        all.set(0, PREFERENCES.length);
        player.open(all);
        player.observe(1, action, reward);
        double[] step = player.preferences.clone();
        Arrays.setAll(step, i -> step[i] - PREFERENCES[i]);
        return step;
    }

    @Test
    void parametersOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NaturalGradient(-0.1, 1, Baseline.NONE, List.of()))
                .withMessage("stepSize = -0.1, must be finite and > 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new NaturalGradient(0.1, 1, Baseline.NONE, List.of(0.0, Double.POSITIVE_INFINITY)))
                .withMessage("preferences = Infinity, must be finite");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> natural(0))
                .withMessage("damping = 0.0, must be in (0, 1]");
    }
}
