package kelvin.learner.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.learner.LearnerContract;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Players;
import kelvin.policy.Softmax;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class GradientBanditTest implements LearnerContract {
    @Override
    public Stream<LearnerSpec> specs() {
        return Stream.of(new GradientBandit(0.4, Baseline.NONE), new GradientBandit(0.1, Baseline.INCLUDING));
    }

    @Test
    void preferencesAndProbabilitiesFollowTheReferenceTraces() {
        Map<String, List<Row>> traces = Reference.rows("gradient_bandit_trace.csv")
                .collect(Collectors.groupingBy(row -> row.text("alpha") + row.text("baseline")));
        assertThat(traces).hasSizeGreaterThan(3);
        traces.values().forEach(GradientBanditTest::follow);
    }

    private static void follow(List<Row> trace) {
        Row first = trace.get(0);
        GradientBandit spec = new GradientBandit(first.number("alpha"), baseline(first.text("baseline")));
        GradientBandit.Player player = spec.player(4, Players.random(1));
        for (Row row : trace) {
            long step = Long.parseLong(row.text("step"));
            player.observe(step, Integer.parseInt(row.text("action")), row.number("reward"));
            assertThat(player.preferences).containsExactly(row.numbers("preferences_hex"), within(1e-14));
            assertThat(player.probabilities).containsExactly(row.numbers("probabilities_after_hex"), within(1e-14));
        }
    }

    private static Baseline baseline(String name) {
        return switch (name) {
            case "incl" -> Baseline.INCLUDING;
            case "excl" -> Baseline.EXCLUDING;
            default -> Baseline.NONE;
        };
    }

    @Test
    void aLessonMovesTheChoiceByItsStep() {
        LearnerSpec spec = new GradientBandit(1, Baseline.NONE);
        double p = 1 / (1 + Math.exp(-1));
        assertThat(Players.share(spec, 2, 0, player -> {
                    player.observe(1, 0, 1);
                    return 2;
                }))
                .isCloseTo(p, within(4 * Math.sqrt(p * (1 - p) / 4000)));
    }

    @Test
    void inExpectationItFollowsTheExactPolicyGradient() {
        Map<String, List<Row>> traces = Reference.rows("softmax_policy_gradient_exact.csv")
                .collect(Collectors.groupingBy(row -> row.text("rewards") + row.text("theta0") + row.text("eta")));
        assertThat(traces).hasSizeGreaterThan(3);
        traces.values().forEach(GradientBanditTest::ascend);
    }

    private static void ascend(List<Row> trace) {
        double[] rewards = trace.get(0).numbers("rewards");
        double[] preferences = trace.get(0).numbers("theta0");
        GradientBandit spec = new GradientBandit(trace.get(0).number("eta"), Baseline.NONE);
        int done = 0;
        for (Row row : trace) {
            for (int t = Integer.parseInt(row.text("t")); done < t; done++) {
                preferences =
                        ExactGradient.step(() -> spec.player(rewards.length, Players.random(1)), preferences, rewards);
            }
            double[] p = new Softmax(1).probabilities(preferences);
            assertThat(p).containsExactly(row.numbers("probabilities_hex"), within(1e-11));
        }
    }

    @Test
    void aStepSizeOfZeroIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GradientBandit(0, Baseline.NONE))
                .withMessage("stepSize = 0.0, must be finite and > 0");
    }

    /** Small steps and large ones, which carry preferences over hundreds; arms close and open. */
    @Test
    void drawsAreThoseOfASoftmaxOfThePreferences() {
        for (double stepSize : new double[] {0.1, 3, 500}) {
            assertThat(differences(stepSize, 1)).isZero();
        }
    }

    @Test
    void anotherTemperatureOfTheSoftmaxIsNoticed() {
        assertThat(differences(0.1, 1.01)).isPositive();
    }

    private static int differences(double stepSize, double temperature) {
        GradientBandit.Player player = new GradientBandit(stepSize, Baseline.INCLUDING).player(10, Players.random(1));
        UniformRandomProvider fresh = Players.random(1);
        UniformRandomProvider noise = Players.random(2);
        Softmax softmax = new Softmax(temperature);
        long open = 0x3ff;
        int differences = 0;
        double[] reported = new double[10];
        for (int step = 1; step <= 5000; step++) {
            double[] logits = player.preferences.clone();
            for (int i = 0; i < logits.length; i++) {
                logits[i] = (open >> i & 1) == 1 ? logits[i] : Double.NEGATIVE_INFINITY;
            }
            player.probabilities(step, reported);
            double[] expected = softmax.probabilities(logits);
            if (temperature == 1 && step % 20 < 2) {
                assertThat(reported).containsExactly(expected, within(1e-13));
            }
            int action = player.select(step);
            differences += action == softmax.select(logits, fresh) ? 0 : 1;
            player.observe(step, action, noise.nextDouble() + 0.1 * action);
            if (step % 500 == 0) {
                open = open == 0x3ff ? 0x2b5 : 0x3ff;
                player.open(BitSet.valueOf(new long[] {open}));
            }
        }
        return differences;
    }

    @Test
    void preferencesThatAreNoNumbersAreRefused() {
        GradientBandit.Player player = new GradientBandit(1e300, Baseline.NONE).player(3, Players.random(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> player.observe(1, 0, 1e300))
                .withMessageContaining("must be finite or -Infinity");
    }
}
