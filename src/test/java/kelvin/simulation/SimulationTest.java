package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.LongStream;
import kelvin.Reference;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Arm;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.testbed.FixedTestbed;
import kelvin.bandit.testbed.GaussianTestbed;
import kelvin.contract.Rewards;
import kelvin.learner.LearnerSpec;
import kelvin.learner.ValueLearner;
import kelvin.learner.index.Ucb1;
import kelvin.metric.Metric;
import kelvin.metric.MetricCurve;
import kelvin.metric.Results;
import kelvin.metric.SelectionShares;
import kelvin.policy.Greedy;
import kelvin.policy.PolicySchedule;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;
import kelvin.random.Seed;
import kelvin.schedule.InverseCount;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.junit.jupiter.api.Test;

class SimulationTest {
    private static final Testbed GAUSSIAN = new GaussianTestbed(10, 0, 1, 1);
    private static final Testbed PAIR = new FixedTestbed(List.of(new Bernoulli(0.2), new Bernoulli(0.8)));

    private static LearnerSpec averages(PolicySchedule policy) {
        return new ValueLearner(policy, 0, new InverseCount(1), false);
    }

    private static Map<String, LearnerSpec> three() {
        Map<String, LearnerSpec> learners = new LinkedHashMap<>();
        learners.put("softmax", averages(new Softmax(0.2)));
        learners.put("greedy", averages(new Greedy()));
        learners.put("UCB1", new Ucb1());
        return learners;
    }

    private static Results play(Testbed testbed, Map<String, LearnerSpec> learners, int repetitions, long... report) {
        return new Simulation(testbed, learners, report, repetitions, Seed.of(1)).play("?", 1, decisions -> {});
    }

    @Test
    void spansAverageTheReportedStepsOfEachRepetition() {
        long[] report = LongStream.rangeClosed(1, 100).toArray();
        Results results = play(GAUSSIAN, three(), 40, report);
        assertThat(results.spans()).extracting(MetricCurve::metric).containsOnly(Metric.REWARD, Metric.OPTIMAL_ACTION);
        assertThat(results.spans()).hasSize(6);
        for (MetricCurve span : results.spans()) {
            MetricCurve all = results.series(span.metric()).stream()
                    .filter(curve -> curve.learner().equals(span.learner()))
                    .findFirst()
                    .orElseThrow();
            int[] ends = MetricCurve.spans(report, MetricCurve.SPAN_SHARE, List.of());
            assertThat(span.steps())
                    .containsExactly(LongStream.of(report)
                            .filter(step -> Arrays.stream(ends).anyMatch(end -> report[end] == step))
                            .toArray());
            assertThat(span.mean()).containsExactly(MetricCurve.means(report, ends, i -> all.mean()[i]), within(1e-12));
            double[] most = MetricCurve.means(report, ends, i -> all.standardError()[i]);
            for (int i = 0; i < ends.length; i++) {
                assertThat(span.standardError()[i]).isLessThanOrEqualTo(most[i] * (1 + 1e-9));
            }
            int last = ends.length - 1;
            assertThat(span.metric() == Metric.OPTIMAL_ACTION || span.standardError()[last] < 0.8 * most[last])
                    .as("noise of single steps averages out")
                    .isTrue();
        }
        assertThat(play(GAUSSIAN, three(), 4, 1, 2, 4, 8).spans())
                .as("where each reported step is a span of its own, curves say it all")
                .isEmpty();
    }

    @Test
    void resultsHaveTheSameBitsForAnyNumberOfThreads() {
        long[] report = LongStream.rangeClosed(1, 50).toArray();
        Simulation simulation = new Simulation(GAUSSIAN, three(), report, 61, Seed.of(3));
        assertThat(simulation.play("?", 7, decisions -> {}))
                .usingRecursiveComparison()
                .withEqualsForType(Double::equals, Double.class)
                .isEqualTo(simulation.play("?", 1, decisions -> {}));
    }

    @Test
    void otherLearnersChangeNobodysNumbers() {
        MetricCurve alone = play(GAUSSIAN, Map.of("greedy", averages(new Greedy())), 20, 30)
                .series(Metric.REGRET)
                .get(0);
        MetricCurve among =
                play(GAUSSIAN, three(), 20, 30).series(Metric.REGRET).get(1);
        assertThat(among).usingRecursiveComparison().isEqualTo(alone);
    }

    @Test
    void moreRepetitionsKeepTheFirstOnes() {
        double[] few =
                play(GAUSSIAN, three(), 5, 30).trials(Metric.REWARD).get(0).values();
        double[] many =
                play(GAUSSIAN, three(), 50, 30).trials(Metric.REWARD).get(0).values();
        assertThat(many).startsWith(few);
        assertThat(many).doesNotHaveDuplicates();
    }

    @Test
    void whatIsReportedDoesNotChangeWhatIsPlayed() {
        Results sparse = play(GAUSSIAN, three(), 9, 100);
        Results dense =
                play(GAUSSIAN, three(), 9, LongStream.rangeClosed(1, 100).toArray());
        for (int i = 0; i < 3; i++) {
            double[] values = dense.trials(Metric.REGRET).get(i).values();
            assertThat(sparse.trials(Metric.REGRET).get(i).values()).containsExactly(values, within(1e-12));
        }
    }

    @Test
    void aUniformPlayerLosesTheMeanGapPerStep() {
        MetricCurve regret = play(PAIR, Map.of("uniform", averages(new Uniform())), 400, 1000)
                .series(Metric.REGRET)
                .get(0);
        assertThat(regret.mean()[0]).isCloseTo(1000 * 0.3, within(4 * regret.standardError()[0]));
        assertThat(regret.standardError()[0]).isCloseTo(0.3 * Math.sqrt(1000) / Math.sqrt(400), within(0.1));
        assertThat(regret.mean()[0]).isNotCloseTo(1000 * 0.31, within(4 * regret.standardError()[0]));
    }

    /** The reference, 146.7 ± 0.3 and 93.1 ± 0.7, comes from three simulators in other languages. */
    @Test
    void softmaxOnTheTenArmedTestbedLosesWhatItLosesElsewhere() {
        LearnerSpec forced = new ValueLearner(new Softmax(0.2), 0, new InverseCount(1), true);
        List<MetricCurve> regret = play(
                        GAUSSIAN, Map.of("free", averages(new Softmax(0.2)), "forced", forced), 2000, 1000)
                .series(Metric.REGRET);
        Map<String, Double> elsewhere = Map.of("free", 146.7, "forced", 93.1);
        assertThat(regret)
                .allSatisfy(curve -> assertThat(curve.mean()[0])
                        .isCloseTo(elsewhere.get(curve.learner()), within(4 * curve.standardError()[0])));
    }

    @Test
    void ucb1StaysBelowItsProvenBound() {
        double bound = Reference.rows("regret_bounds.csv")
                .filter(row ->
                        row.text("problem").equals("A1") && row.text("horizon").equals("1000"))
                .mapToDouble(row -> row.number("ucb1_theorem1_upper_bound"))
                .findFirst()
                .orElseThrow();
        Testbed testbed = new FixedTestbed(List.of(new Bernoulli(0.9), new Bernoulli(0.6)));
        MetricCurve regret = play(testbed, Map.of("UCB1", new Ucb1()), 200, 1000)
                .series(Metric.REGRET)
                .get(0);
        assertThat(regret.mean()[0]).isPositive().isLessThan(bound);
    }

    @Test
    void curvesAreMeansOverTheStepsSinceThePreviousReport() {
        Results results = play(PAIR, Map.of("uniform", averages(new Uniform())), 300, 10, 40);
        Results steps = play(
                PAIR,
                Map.of("uniform", averages(new Uniform())),
                300,
                LongStream.rangeClosed(1, 40).toArray());
        double[] every = steps.series(Metric.REWARD).get(0).mean();
        double late = LongStream.rangeClosed(11, 40)
                .mapToDouble(t -> every[(int) t - 1])
                .average()
                .orElseThrow();
        assertThat(results.series(Metric.REWARD).get(0).mean()[1]).isCloseTo(late, within(1e-12));
    }

    @Test
    void selectionsAreSharesByRankThatSumToOne() {
        SelectionShares selections =
                play(PAIR, three(), 50, 10, 40).selections().get(1);
        assertThat(selections.arms()).containsExactly(1, 0);
        assertThat(selections.frequency()[1][0] + selections.frequency()[1][1]).isCloseTo(1, within(1e-12));
        double[] optimal = play(PAIR, three(), 50, 10, 40)
                .series(Metric.OPTIMAL_ACTION)
                .get(1)
                .mean();
        assertThat(selections.frequency()[1][0]).isCloseTo(optimal[1], within(1e-12));
        assertThat(play(GAUSSIAN, three(), 2, 5).selections().get(0).arms()).isEmpty();
    }

    @Test
    void anyArmOfTheLargestMeanIsOptimal() {
        Testbed tied = new FixedTestbed(List.of(new Bernoulli(0.5), new Bernoulli(0.5)));
        Results results = play(tied, Map.of("uniform", averages(new Uniform())), 3, 20);
        assertThat(results.series(Metric.OPTIMAL_ACTION).get(0).mean()).containsExactly(1);
        assertThat(results.series(Metric.REGRET).get(0).mean()).containsExactly(0);
    }

    @Test
    void selectionsOfManyArmsAreCountedForTheFirstRanks() {
        SelectionShares selections = play(new GaussianTestbed(300, 0, 1, 1), three(), 2, 400)
                .selections()
                .get(2);
        assertThat(selections.frequency()[0]).hasSize(Simulation.MAX_RANKS);
    }

    @Test
    void everyDecisionIsReportedToTheProgress() {
        LongAdder told = new LongAdder();
        Simulation simulation = new Simulation(GAUSSIAN, three(), new long[] {1, 150_000}, 3, Seed.of(1));
        simulation.play("?", 2, told::add);
        assertThat(told.sum()).isEqualTo(simulation.decisions()).isEqualTo(3 * 3 * 150_000);
    }

    record Broken(double mean) implements Arm {
        @Override
        public Rewards rewards() {
            return Rewards.REAL;
        }

        @Override
        public ContinuousSampler sampler(UniformRandomProvider random) {
            return () -> Double.NaN;
        }
    }

    @Test
    void aRunThatFailsSaysWhere() {
        Testbed broken = new FixedTestbed(List.of(new Broken(0)));
        assertThatExceptionOfType(FailedRun.class)
                .isThrownBy(() -> play(broken, Map.of("greedy", averages(new Greedy())), 2, 5))
                .withMessage(
                        "learner 'greedy', repetition 0: step 1: arm 0 paid NaN, this learner needs finite rewards");
    }

    @Test
    void impossibleSizesAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> play(PAIR, Map.of(), 1, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> play(PAIR, three(), 0, 1));
        assertThatIllegalArgumentException().isThrownBy(() -> play(PAIR, three(), 1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> play(PAIR, three(), 1, 5, 5))
                .withMessage("report = 5, must be above the step before it (5)");
    }
}
