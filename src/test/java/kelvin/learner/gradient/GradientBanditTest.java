package kelvin.learner.gradient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

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
}
