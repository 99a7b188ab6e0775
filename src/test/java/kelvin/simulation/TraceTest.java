package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.arm.Constant;
import kelvin.bandit.arm.Uniform;
import kelvin.bandit.slate.SemiBandit;
import kelvin.bandit.testbed.BernoulliTestbed;
import kelvin.bandit.testbed.FixedTestbed;
import kelvin.bandit.testbed.GaussianTestbed;
import kelvin.bandit.testbed.Shifts;
import kelvin.learner.LearnerSpec;
import kelvin.learner.ValueLearner;
import kelvin.learner.adversarial.Exp3;
import kelvin.learner.adversarial.Hedge;
import kelvin.learner.bayes.ThompsonBeta;
import kelvin.learner.bayes.ThompsonDirichlet;
import kelvin.learner.bayes.ThompsonGaussian;
import kelvin.learner.bayes.ThompsonNormalGamma;
import kelvin.learner.bayes.ThompsonPoisson;
import kelvin.learner.gradient.Baseline;
import kelvin.learner.gradient.GradientBandit;
import kelvin.learner.identification.SuccessiveRejects;
import kelvin.learner.index.Ucb1;
import kelvin.learner.meta.Corral;
import kelvin.learner.meta.DoublingTrick;
import kelvin.learner.nonstationary.DiscountedLearner;
import kelvin.learner.nonstationary.DiscountedUcb;
import kelvin.learner.nonstationary.SlidingWindowUcb;
import kelvin.learner.nonstationary.ThompsonWindow;
import kelvin.learner.nonstationary.WindowLearner;
import kelvin.learner.slate.SubsetLearner;
import kelvin.metric.Results;
import kelvin.metric.Trace;
import kelvin.metric.TracedQuantity;
import kelvin.policy.Annealed;
import kelvin.policy.PolicySchedule;
import kelvin.policy.Softmax;
import kelvin.policy.subset.PlackettLuce;
import kelvin.policy.temperature.EffectiveActions;
import kelvin.random.Seed;
import kelvin.schedule.InverseCount;
import kelvin.schedule.InverseSqrt;
import org.junit.jupiter.api.Test;

class TraceTest {
    private static final long[] STEPS = {1, 2, 5, 40};
    private static final Testbed COINS = new BernoulliTestbed(4, new Uniform(0, 1));

    private static LearnerSpec learner(PolicySchedule policy) {
        return new ValueLearner(policy, 0, new InverseCount(1), false);
    }

    private static Results play(Testbed testbed, LearnerSpec learner, int repetitions, Integer... runs) {
        Tracing tracing = new Tracing(STEPS, List.of(runs), 0);
        return new Simulation(
                        testbed,
                        Map.of("x", learner),
                        new long[] {7, 40},
                        new ReplicationPlan.Fixed(repetitions),
                        Seed.of(1),
                        tracing)
                .play("?", 2, decisions -> {});
    }

    private static Trace mean(Results results, TracedQuantity quantity) {
        return results.traces().stream()
                .filter(trace -> trace.quantity() == quantity && trace.ofAll())
                .findFirst()
                .orElseThrow();
    }

    private static Trace single(Results results, TracedQuantity quantity, int run) {
        return results.traces().stream()
                .filter(trace -> trace.quantity() == quantity && trace.repetition() == run)
                .findFirst()
                .orElseThrow();
    }

    /** Arms that always pay the same: what a softmax knows at step 2 follows from which arm it tried at step 1. */
    @Test
    void aTraceIsWhatTheDecisionOfTheStepIsMadeFrom() {
        Testbed fixed = new FixedTestbed(List.of(new Constant(1), new Constant(2)));
        Results results = play(fixed, learner(new Softmax(0.5)), 1, 0);
        assertThat(mean(results, TracedQuantity.PROBABILITY).mean()[0]).containsExactly(0.5, 0.5);
        assertThat(mean(results, TracedQuantity.ENTROPY).mean()[0][0]).isEqualTo(Math.log(2), within(1e-15));
        double[] values = mean(results, TracedQuantity.VALUE).mean()[1];
        double odds = Math.exp((values[0] - values[1]) / 0.5);
        assertThat(values).isIn(new double[] {2, 0}, new double[] {0, 1});
        assertThat(mean(results, TracedQuantity.PROBABILITY).mean()[1][0]).isCloseTo(odds / (1 + odds), within(1e-12));
        assertThat(mean(results, TracedQuantity.PROBABILITY).arms()).containsExactly(1, 0);
    }

    @Test
    void theTemperatureIsThatOfTheStep() {
        Results results = play(COINS, learner(new Annealed(new Softmax(1), "temperature", new InverseSqrt(1))), 3);
        Trace temperature = mean(results, TracedQuantity.TEMPERATURE);
        for (int point = 0; point < STEPS.length; point++) {
            assertThat(temperature.mean()[point][0]).isCloseTo(1 / Math.sqrt(STEPS[point]), within(1e-12));
            assertThat(temperature.standardDeviation()[point][0]).isZero();
        }
    }

    /** Before any reward all values are equal, and no finite temperature makes two of four equal actions. */
    @Test
    void aTemperatureSolvedForIsLeftOutWhereItIsNotFinite() {
        Trace temperature = mean(play(COINS, learner(new EffectiveActions(2)), 5), TracedQuantity.TEMPERATURE);
        assertThat(temperature.mean()[0][0]).isNaN();
        assertThat(temperature.mean()[3][0]).isPositive();
    }

    /** n repetitions each kept by itself give the mean and the standard deviation, which are those over all. */
    @Test
    void meanAndSpreadAreThoseOfTheRuns() {
        Results results = play(COINS, learner(new Softmax(0.2)), 4, 0, 1, 2, 3);
        double[] runs = new double[4];
        Arrays.setAll(runs, run -> single(results, TracedQuantity.VALUE, run).mean()[3][0]);
        double mean = Arrays.stream(runs).average().orElseThrow();
        double squares = Arrays.stream(runs).map(x -> (x - mean) * (x - mean)).sum();
        Trace all = mean(results, TracedQuantity.VALUE);
        assertThat(all.mean()[3][0]).isCloseTo(mean, within(1e-12));
        assertThat(all.standardDeviation()[3][0]).isCloseTo(Math.sqrt(squares / 3), within(1e-12));
        assertThat(runs[0]).isNotEqualTo(runs[1]);
    }

    @Test
    void whatALearnerDoesNotHaveIsNotKnown() {
        Results gradient = play(COINS, new GradientBandit(0.1, Baseline.INCLUDING), 2);
        assertThat(mean(gradient, TracedQuantity.PROBABILITY).known()).isTrue();
        assertThat(mean(gradient, TracedQuantity.VALUE).known()).isFalse();
        assertThat(mean(gradient, TracedQuantity.TEMPERATURE).known()).isFalse();
        assertThat(mean(play(COINS, new Ucb1(), 2), TracedQuantity.TEMPERATURE).known())
                .isFalse();
    }

    @Test
    void anUntriedArmHasNoMean() {
        Trace value = mean(play(COINS, new Ucb1(), 2), TracedQuantity.VALUE);
        assertThat(value.mean()[1]).contains(Double.NaN);
        assertThat(value.mean()[3]).doesNotContain(Double.NaN);
    }

    @Test
    void aClosedArmHasProbabilityZeroAtTheStepItself() {
        Testbed shifts = new Shifts(new FixedTestbed(List.of(new Constant(1), new Constant(2))), 1, 4);
        Results results = play(shifts, learner(new Softmax(0.5)), 1);
        assertThat(mean(results, TracedQuantity.PROBABILITY).mean()[1]).containsExactly(0, 1);
        assertThat(mean(results, TracedQuantity.PROBABILITY).mean()[2]).containsExactly(1, 0);
        assertThat(mean(results, TracedQuantity.VALUE).mean()[2][1]).isEqualTo(1);
    }

    @Test
    void severalAnswersHaveInclusionProbabilities() {
        Testbed semi = new SemiBandit(COINS, 2, 2, 0);
        LearnerSpec two = new SubsetLearner(new PlackettLuce(2, 0.3), 0, new InverseCount(1));
        Results results = play(semi, two, 3);
        assertThat(Arrays.stream(mean(results, TracedQuantity.PROBABILITY).mean()[3])
                        .sum())
                .isCloseTo(2, within(1e-9));
        assertThat(mean(results, TracedQuantity.TEMPERATURE).mean()[3][0]).isEqualTo(0.3);
        assertThat(mean(results, TracedQuantity.ENTROPY).known()).isFalse();
    }

    /** A number that is not the temperature traced is a trace of its own, without a spread over repetitions. */
    @Test
    void aScheduledNumberIsTraced() {
        Results results = new Simulation(
                        COINS,
                        Map.of("x", learner(new Softmax(0.5))),
                        new long[] {40},
                        new ReplicationPlan.Fixed(3),
                        Seed.of(1),
                        new Tracing(STEPS, List.of(), 0, Map.of("x", Map.of("policy.epsilon", new double[] {
                            0.5, 0.4, 0.3, 0.2
                        }))))
                .play("?", 1, decisions -> {});
        Trace epsilon = results.means(TracedQuantity.SCHEDULED).get(0);
        assertThat(epsilon.number()).isEqualTo("policy.epsilon");
        assertThat(epsilon.mean()).isDeepEqualTo(new double[][] {{0.5}, {0.4}, {0.3}, {0.2}});
        assertThat(epsilon.standardDeviation()[3]).containsExactly(0);
        assertThat(epsilon.repetitions()).isEqualTo(3);
    }

    /** Tracing changes nothing: every learner plays as if it were not traced, those composed of others too. */
    @Test
    void tracingChangesNoOtherNumber() {
        Map<String, LearnerSpec> learners = new HashMap<>();
        List.of(
                        learner(new Softmax(0.1)),
                        learner(new Annealed(new Softmax(1), "temperature", new InverseSqrt(1))),
                        new ValueLearner(new EffectiveActions(2), 0, new InverseCount(1), true),
                        new DiscountedLearner(new Softmax(0.1), 0.9, 0),
                        new WindowLearner(new Softmax(0.1), 7, 0),
                        new Ucb1(),
                        new DiscountedUcb(0.9, 0.6, 1),
                        new SlidingWindowUcb(10, 0.6, 1),
                        new ThompsonBeta(1, 1),
                        new ThompsonGaussian(1, 0, 1),
                        new ThompsonNormalGamma(0, 1, 1, 1),
                        new ThompsonPoisson(1, 1),
                        new ThompsonDirichlet(List.of(0.0, 1.0), 1),
                        new ThompsonWindow(20),
                        new SuccessiveRejects(),
                        new Hedge(1),
                        new DoublingTrick(new Exp3(0.1), 10),
                        new Corral(List.of(new Ucb1(), new ThompsonBeta(1, 1)), 0.1))
                .forEach(spec -> learners.put(spec.toString(), spec));
        Simulation plain = new Simulation(COINS, learners, new long[] {7, 40}, 9, Seed.of(1));
        Simulation traced = new Simulation(
                COINS,
                learners,
                new long[] {7, 40},
                new ReplicationPlan.Fixed(9),
                Seed.of(1),
                new Tracing(STEPS, List.of(2), 0));
        assertThat(traced.play("?", 2, n -> {}))
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .ignoringFields("traces")
                .isEqualTo(plain.play("?", 1, n -> {}));
    }

    @Test
    void valuesOfPosteriorsAreTheirMeans() {
        Map<LearnerSpec, Double> atFirst = new LinkedHashMap<>();
        atFirst.put(new ThompsonBeta(1, 3), 0.25);
        atFirst.put(new ThompsonGaussian(1, 0.3, 1), 0.3);
        atFirst.put(new ThompsonNormalGamma(0.4, 1, 1, 1), 0.4);
        atFirst.put(new ThompsonPoisson(1, 2), 0.5);
        atFirst.put(new ThompsonDirichlet(List.of(0.0, 1.0, 5.0), 1), 2.0);
        atFirst.put(new ThompsonWindow(20), 0.5);
        Testbed sure = new FixedTestbed(List.of(new Bernoulli(1)));
        atFirst.forEach((spec, value) -> {
            Trace values = mean(play(sure, spec, 1), TracedQuantity.VALUE);
            assertThat(values.mean()[0][0]).as("%s", spec).isCloseTo(value, within(1e-12));
            assertThat(Math.abs(values.mean()[3][0] - 1)).as("%s", spec).isLessThan(Math.abs(value - 1));
        });
    }

    @Test
    void savedTracesAreGoneOnWith() {
        SimulationSessionTest.Memory memory = new SimulationSessionTest.Memory();
        Tracing tracing = new Tracing(STEPS, List.of(1, 12), 0);
        for (int repetitions : new int[] {5, 13, 21}) {
            Simulation simulation = new Simulation(
                    new GaussianTestbed(4, 0, 1, 1),
                    Map.of("x", learner(new Softmax(0.2))),
                    new long[] {40},
                    new ReplicationPlan.Fixed(repetitions),
                    Seed.of(1),
                    tracing);
            assertThat(new SimulationSession(simulation, memory).results("?", "x", 2, n -> {}, () -> false))
                    .usingRecursiveComparison()
                    .withEqualsForType(Double::equals, Double.class)
                    .isEqualTo(simulation.play("?", 1, n -> {}));
        }
    }
}
