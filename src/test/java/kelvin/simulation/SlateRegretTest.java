package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Arm;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.slate.Cascade;
import kelvin.bandit.slate.SemiBandit;
import kelvin.bandit.testbed.FixedTestbed;
import kelvin.learner.LearnerSpec;
import kelvin.learner.ValueLearner;
import kelvin.learner.slate.CombUcb1;
import kelvin.learner.slate.SubsetLearner;
import kelvin.metric.Metric;
import kelvin.metric.MetricCurve;
import kelvin.policy.Softmax;
import kelvin.policy.subset.IndependentGates;
import kelvin.policy.subset.PlackettLuce;
import kelvin.random.Seed;
import kelvin.schedule.InverseCount;
import kelvin.simulation.ExactSlates.Choice;
import org.junit.jupiter.api.Test;

/** Simulated regret of slates against its exact expectation, found by trying everything; small twins of it must be rejected. */
class SlateRegretTest {
    private static final double[] MEANS = {0.8, 0.3, 0.6};
    private static final int HORIZON = 4;

    private static Testbed arms() {
        return new FixedTestbed(
                Arrays.stream(MEANS).mapToObj(p -> (Arm) new Bernoulli(p)).toList());
    }

    private static MetricCurve play(LearnerSpec learner, Testbed testbed, int horizon, int repetitions) {
        return new Simulation(testbed, Map.of("x", learner), new long[] {horizon}, repetitions, Seed.of(1))
                .play("?", 1, decisions -> {})
                .series(Metric.REGRET)
                .get(0);
    }

    /** The simulation agrees with a number within 4 standard errors, and does not with one 10 % off. */
    private static void agree(LearnerSpec learner, Testbed testbed, double exact) {
        MetricCurve series = play(learner, testbed, HORIZON, 8_000);
        assertThat(Math.abs(series.mean()[0] - exact)).isLessThan(4 * series.standardError()[0]);
        assertThat(Math.abs(series.mean()[0] - 1.1 * exact)).isGreaterThan(4 * series.standardError()[0]);
    }

    private static double value(int successes, int seen, double cost) {
        return seen == 0 ? 0 : (double) successes / seen - cost;
    }

    private static List<Choice> bounds(int step, int[] successes, int[] seen) {
        double[] bounds = new double[MEANS.length];
        Arrays.setAll(
                bounds,
                arm -> seen[arm] == 0
                        ? 1e9
                        : value(successes[arm], seen[arm], 0) + Math.sqrt(1.5 * Math.log(step - 1) / seen[arm]));
        return ExactSlates.largest(bounds, 2);
    }

    @Test
    void combUcb1OnASemiBandit() {
        double exact = new ExactSlates(MEANS, SlateRegretTest::bounds, false, 0, 1.4).regret(HORIZON);
        agree(new CombUcb1(2, 1.5), new SemiBandit(arms(), 2, 2, 0), exact);
    }

    @Test
    void combUcb1OnACascade() {
        double exact = new ExactSlates(MEANS, SlateRegretTest::bounds, true, 0, 1 - 0.2 * 0.4).regret(HORIZON);
        agree(new CombUcb1(2, 1.5), new Cascade(arms(), 2), exact);
    }

    /** σ of each value, each arm for itself; the order does not matter here. */
    private static List<Choice> gates(int step, int[] successes, int[] seen) {
        List<Choice> choices = new ArrayList<>();
        for (int subset = 0; subset < 8; subset++) {
            double probability = 1;
            List<Integer> arms = new ArrayList<>();
            for (int arm = 0; arm < MEANS.length; arm++) {
                double open = 1 / (1 + Math.exp(-value(successes[arm], seen[arm], 0.5) / 0.2));
                boolean in = (subset >> arm & 1) == 1;
                probability *= in ? open : 1 - open;
                if (in) {
                    arms.add(arm);
                }
            }
            choices.add(new Choice(
                    probability, arms.stream().mapToInt(Integer::intValue).toArray()));
        }
        return choices;
    }

    @Test
    void independentGatesWithACost() {
        double exact = new ExactSlates(MEANS, SlateRegretTest::gates, false, 0.5, 0.4).regret(HORIZON);
        agree(
                new SubsetLearner(new IndependentGates(0, 0.2), 0, new InverseCount(1)),
                new SemiBandit(arms(), 0, 3, 0.5),
                exact);
    }

    /** A softmax over what is left, twice: the click model sees them in the order of the draw. */
    private static List<Choice> draws(int step, int[] successes, int[] seen) {
        double[] w = new double[MEANS.length];
        Arrays.setAll(w, arm -> Math.exp(value(successes[arm], seen[arm], 0) / 0.3));
        double sum = Arrays.stream(w).sum();
        List<Choice> choices = new ArrayList<>();
        for (int first = 0; first < w.length; first++) {
            for (int second = 0; second < w.length; second++) {
                if (second != first) {
                    choices.add(new Choice(w[first] / sum * w[second] / (sum - w[first]), first, second));
                }
            }
        }
        return choices;
    }

    @Test
    void plackettAndLuceOnACascade() {
        double exact = new ExactSlates(MEANS, SlateRegretTest::draws, true, 0, 1 - 0.2 * 0.4).regret(HORIZON);
        agree(new SubsetLearner(new PlackettLuce(2, 0.3), 0, new InverseCount(1)), new Cascade(arms(), 2), exact);
    }

    /** One action by softmax in a world of several right ones: it is measured against the two that are right. */
    @Test
    void softmaxAsASlateOfOne() {
        ExactSlates.Choices one = (step, successes, seen) -> {
            double[] w = new double[MEANS.length];
            Arrays.setAll(w, arm -> Math.exp(value(successes[arm], seen[arm], 0.5) / 0.2));
            double sum = Arrays.stream(w).sum();
            return List.of(new Choice(w[0] / sum, 0), new Choice(w[1] / sum, 1), new Choice(w[2] / sum, 2));
        };
        double exact = new ExactSlates(MEANS, one, false, 0.5, 0.4).regret(HORIZON);
        agree(
                new ValueLearner(new Softmax(0.2), 0, new InverseCount(1), false),
                new SemiBandit(arms(), 0, 3, 0.5),
                exact);
    }
}
