package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.stream.Stream;
import kelvin.Reference;
import kelvin.Reference.Row;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.testbed.FixedTestbed;
import kelvin.exact.ExactLearners;
import kelvin.learner.LearnerSpec;
import kelvin.learner.ValueLearner;
import kelvin.learner.adversarial.Exp3Anytime;
import kelvin.learner.bayes.BayesUcb;
import kelvin.learner.index.Imed;
import kelvin.learner.index.Ucb1;
import kelvin.metric.Metric;
import kelvin.metric.MetricCurve;
import kelvin.metric.Results;
import kelvin.metric.RunValues;
import kelvin.policy.Policy;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The simulator against expected regret computed exactly, by dynamic programming over every state of two Bernoulli arms. */
class ExactRegretTest {
    private static final Map<String, LearnerSpec> LEARNERS = ExactLearners.byName();
    private static final int REPETITIONS = 250;
    private static final long[] REPORT = {9, 10, 49, 50, 99, 100};

    static Stream<Entry<String, LearnerSpec>> everyLearner() {
        return LEARNERS.entrySet().stream();
    }

    @ParameterizedTest
    @MethodSource("everyLearner")
    void regretAndChoicesAgreeWithTheExactExpectation(Entry<String, LearnerSpec> learner) {
        assertThat(rowsOf(learner.getKey()))
                .isNotEmpty()
                .allSatisfy(row -> assertThat(deviation(learner.getValue(), row, REPETITIONS))
                        .as("%s", row)
                        .isLessThan(4));
    }

    @Tag("long")
    @ParameterizedTest
    @MethodSource("everyLearner")
    void regretAndChoicesAgreeWithTheExactExpectationToThreeDigits(Entry<String, LearnerSpec> learner) {
        assertThat(rowsOf(learner.getKey()))
                .allSatisfy(row -> assertThat(deviation(learner.getValue(), row, repetitions(learner.getValue(), row)))
                        .as("%s", row)
                        .isLessThan(4));
    }

    /** Two hundred thousand; a tenth of that for long runs of learners that solve equations, and for quantiles of posteriors. */
    private static int repetitions(LearnerSpec learner, Row row) {
        if (learner instanceof BayesUcb) {
            return 10_000;
        }
        boolean cheap = learner instanceof ValueLearner || learner instanceof Ucb1 || learner instanceof Imed;
        return cheap || row.number("horizon") <= 50 ? 200_000 : 20_000;
    }

    @Test
    void aWarmerSoftmaxIsRejected() {
        Policy warmer = new Softmax(0.15);
        assertThat(rowsOf("softmax,tau=0.1; Q0=0; no forced pulls"))
                .anySatisfy(row -> assertThat(deviation(ExactLearners.free(warmer), row, REPETITIONS))
                        .isGreaterThan(4));
    }

    @ParameterizedTest
    @MethodSource("pathRows")
    void learnersWithALongMemoryAgreeWithTheExactExpectation(Row row) {
        Results results =
                play(ExactLearners.enumerated(row), row, REPETITIONS, new long[] {Long.parseLong(row.text("horizon"))});
        MetricCurve regret = results.series(Metric.REGRET).get(0);
        double z = (regret.mean()[0] - row.number("expected_pseudo_regret")) / regret.standardError()[0];
        assertThat(z).isBetween(-4.0, 4.0);
    }

    static Stream<Row> pathRows() {
        return Reference.rows("exact_path_enumeration.csv");
    }

    @Test
    void aSlightlySlowerExp3IsRejected() {
        Row row = pathRows()
                .filter(each -> each.text("policy").equals("exp3dec")
                        && each.text("horizon").equals("10"))
                .findFirst()
                .orElseThrow();
        MetricCurve regret = play(new Exp3Anytime(0.8), row, 40_000, new long[] {10})
                .series(Metric.REGRET)
                .get(0);
        assertThat(regret.mean()[0] - row.number("expected_pseudo_regret"))
                .isGreaterThan(4 * regret.standardError()[0]);
    }

    private static List<Row> rowsOf(String learner) {
        return Reference.rows("exact_two_armed.csv")
                .filter(row -> learner.equals(ExactLearners.name(row)))
                .toList();
    }

    /** Returns the distance of the mean regret or of the choices at the horizon from their exact expectations, in standard errors. */
    private static double deviation(LearnerSpec learner, Row row, int repetitions) {
        long horizon = Long.parseLong(row.text("horizon"));
        Results results = play(
                learner,
                row,
                repetitions,
                Arrays.stream(REPORT).filter(t -> t <= horizon).toArray());
        RunValues regret = results.trials(Metric.REGRET).get(0);
        double mean = Arrays.stream(regret.values()).average().orElseThrow();
        double spread = row.number("sd_pseudo_regret");
        double[] optimal = results.series(Metric.OPTIMAL_ACTION).get(0).mean();
        double share = row.number("prob_arm1_at_step_T");
        double root = Math.sqrt(repetitions);
        double regretOff = standardErrors(mean - row.number("expected_pseudo_regret"), spread / root);
        double choicesOff = standardErrors(optimal[optimal.length - 1] - share, Math.sqrt(share * (1 - share)) / root);
        return Math.max(regretOff, choicesOff);
    }

    /** A difference of nothing but rounding is none, also where nothing is random. */
    private static double standardErrors(double difference, double standardError) {
        return Math.abs(difference) < 1e-9 ? 0 : Math.abs(difference) / standardError;
    }

    private static Results play(LearnerSpec learner, Row row, int repetitions, long[] report) {
        FixedTestbed testbed =
                new FixedTestbed(List.of(new Bernoulli(row.number("mu1")), new Bernoulli(row.number("mu2"))));
        return new Simulation(testbed, Map.of("learner", learner), report, repetitions, Seed.of(7))
                .play("exact?", 2, decisions -> {});
    }
}
