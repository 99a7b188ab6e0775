package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.testbed.FixedTestbed;
import kelvin.learner.LearnerSpec;
import kelvin.learner.ValueLearner;
import kelvin.learner.identification.SuccessiveRejects;
import kelvin.learner.index.Ucb1;
import kelvin.metric.InterimLooks;
import kelvin.metric.Metric;
import kelvin.metric.RunSummary;
import kelvin.metric.RunValues;
import kelvin.metric.StopReport;
import kelvin.numeric.Moments;
import kelvin.policy.Uniform;
import kelvin.random.Seed;
import kelvin.schedule.InverseCount;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StoppingRuleTest {
    private static final double ALWAYS_REJECTED = 1e-6;
    private static final RunValues NARROW = trials("narrow", Metric.REGRET, i -> i % 2);
    private static final RunValues WIDE = trials("wide", Metric.REGRET, i -> 10 * (i % 2));
    private static final List<RunValues> BOTH = List.of(NARROW, WIDE, trials("wide", Metric.REWARD, i -> i));

    private static RunValues trials(String label, Metric metric, ToDoubleFunction<Integer> value) {
        double[] values = IntStream.range(0, 64).boxed().mapToDouble(value).toArray();
        return new RunValues(label, metric, values, new InterimLooks(3));
    }

    private static StoppingRule until(double halfWidth, String of, int max) {
        return new StoppingRule(halfWidth, of, 64, max);
    }

    @ParameterizedTest
    @CsvSource({
        "64, 64, '[64]'",
        "64, 65, '[64, 65]'",
        "64, 128, '[64, 128]'",
        "64, 1000, '[64, 128, 256, 512, 1000]'",
        "100, 900, '[100, 200, 400, 800, 900]'",
        "1200000000, 2147483647, '[1200000000, 2147483647]'"
    })
    void looksDoubleUpToTheMost(int min, int max, String ends) {
        assertThat(Arrays.toString(new StoppingRule(1, "regret", min, max).ends()))
                .isEqualTo(ends);
    }

    @Test
    void theWidestIntervalOfAllLearnersDecides() {
        double width = RunSummary.of(WIDE).halfWidth();
        assertThat(until(width, "regret", 250).at(1, BOTH, "narrow").orElseThrow())
                .isEqualTo(new StopReport("regret", width, width, "wide", 1, new InterimLooks(3), 64))
                .returns(true, StopReport::enough);
        assertThat(until(Math.nextDown(width), "regret", 250)
                        .at(1, BOTH, "narrow")
                        .orElseThrow())
                .returns(false, StopReport::enough);
    }

    @Test
    void oneLearnerMayDecideAlone() {
        assertThat(until(1, "regret of narrow", 250).at(1, BOTH, "wide").orElseThrow())
                .returns("narrow", StopReport::widest)
                .returns(RunSummary.of(NARROW).halfWidth(), StopReport::achieved);
    }

    @Test
    void differencesAreOfPairs() {
        assertThat(until(1, "regret difference", 250).at(1, BOTH, "narrow").orElseThrow())
                .returns("wide", StopReport::widest)
                .returns(RunSummary.of(WIDE.minus(NARROW)).halfWidth(), StopReport::achieved);
    }

    @Test
    void whatOneRepetitionCannotTellIsNotEnough() {
        List<RunValues> one = BOTH.stream().map(each -> each.first(1)).toList();
        assertThat(until(1e300, "regret", 250)
                        .at(1, one, "narrow")
                        .orElseThrow()
                        .enough())
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({"regert", "regret of", "'regret - b'", "regret difference of", "' regret'", "''"})
    void whatIsToBeKnownHasFourForms(String of) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> until(1, of, 64))
                .withMessageStartingWith("of = '" + of + "', must be METRIC, METRIC difference, METRIC of LABEL or");
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "",
            value = {
                "regret,",
                "regret difference of UCB1,",
                "simple_regret of rejects,",
                "regret of nobody, 'regret of one of: UCB1, rejects'",
                "simple_regret of UCB1, 'simple_regret of one of: rejects'",
                "regret difference of rejects, 'regret difference of one of: UCB1'",
                "simple_regret difference, 'no difference where only ''rejects'' has that metric, the baseline'"
            })
    void aQuestionWithoutAnAnswerIsFoundBeforehand(String of, String obstacle) {
        Map<String, LearnerSpec> learners = new LinkedHashMap<>();
        learners.put("UCB1", new Ucb1());
        learners.put("rejects", new SuccessiveRejects());
        assertThat(until(1, of, 64).obstacle(learners, "rejects").orElse(null)).isEqualTo(obstacle);
    }

    @Test
    void onlyThoseWhoRecommendHaveASimpleRegret() {
        Map<String, LearnerSpec> learners = Map.of("UCB1", new Ucb1());
        assertThat(until(1, "simple_regret", 64).obstacle(learners, "UCB1"))
                .contains("a metric that these learners have: none of them recommends an arm");
        learners = Map.of("UCB1", new Ucb1(), "rejects", new SuccessiveRejects());
        assertThat(until(1, "simple_regret difference", 64).obstacle(learners, "UCB1"))
                .contains("a metric that the baseline has, 'UCB1', which recommends no arm");
    }

    /** Exponential values, which are as skewed as regret tends to be: mean 1, wanted to within 0.3. */
    @Test
    void anIntervalCoversTheMeanAlsoAfterStopping() {
        StoppingRule rule = until(0.3, "regret", 4096);
        int covered = 0;
        int naively = 0;
        int runs = 200;
        for (int run = 0; run < runs; run++) {
            double[] values =
                    ZigguratSampler.Exponential.of(generator(run)).samples(4096).toArray();
            covered += covers(end(rule, values), 1) ? 1 : 0;
            naively += naivelyCovers(values, 1, 0.3) ? 1 : 0;
        }
        BinomialDistribution honest = BinomialDistribution.of(runs, 0.95);
        assertThat(honest.cumulativeProbability(covered)).isGreaterThan(ALWAYS_REJECTED);
        assertThat(honest.cumulativeProbability(naively)).isLessThan(ALWAYS_REJECTED);
    }

    private static UniformRandomProvider generator(int run) {
        return Seed.of(5).child(run).generator();
    }

    private static RunSummary end(StoppingRule rule, double[] values) {
        RunValues all = new RunValues("x", Metric.REGRET, values, rule.looks());
        int look = 1;
        while (!rule.at(look, List.of(all.first(rule.ends()[look - 1])), "x")
                .orElseThrow()
                .enough()) {
            look++;
        }
        return RunSummary.of(all.first(rule.ends()[look - 1]));
    }

    /** Stops as soon as an unadjusted interval is narrow enough, and shows that. */
    private static boolean naivelyCovers(double[] values, double mean, double halfWidth) {
        Moments moments = new Moments(1);
        double width = Double.POSITIVE_INFINITY;
        for (int n = 1; n < 5 || width > halfWidth; n++) {
            moments.add(new double[] {values[n - 1]});
            width = InterimLooks.ONE.student(n) * moments.standardErrors()[0];
        }
        return Math.abs(moments.means()[0] - mean) <= width;
    }

    private static boolean covers(RunSummary s, double mean) {
        return s.lower() <= mean && mean <= s.upper();
    }

    /** Uniform play loses 0.3 a step. */
    @Test
    void whatIsPlayedCoversTheExactRegret() {
        Testbed pair = new FixedTestbed(List.of(new Bernoulli(0.2), new Bernoulli(0.8)));
        Map<String, LearnerSpec> uniform =
                Map.of("uniform", new ValueLearner(new Uniform(), 0, new InverseCount(1), false));
        int covered = 0;
        int runs = 150;
        for (int run = 0; run < runs; run++) {
            Simulation simulation = new Simulation(
                    pair,
                    uniform,
                    new long[] {4},
                    until(0.1, "regret", 1000),
                    Seed.of(9).child(run),
                    Tracing.NONE);
            covered += covers(
                            RunSummary.of(simulation
                                    .play("?", 1, d -> {})
                                    .trials(Metric.REGRET)
                                    .get(0)),
                            1.2)
                    ? 1
                    : 0;
        }
        assertThat(BinomialDistribution.of(runs, 0.95).cumulativeProbability(covered))
                .isGreaterThan(ALWAYS_REJECTED);
    }
}
