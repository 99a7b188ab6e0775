package kelvin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kelvin.model.ModelSpec;
import kelvin.policy.Greedy;
import kelvin.random.Seed;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Evaluation with a reward model of contexts. The target takes action 1 if x &gt; 0, which pays ¾ on average. */
class ContextEvaluationTest {
    private static final SmallRidge RIDGE = new SmallRidge(1);
    private static final double TRUTH = 0.75;

    private static Target target(LoggedDecisions log) {
        return (index, decision, out) -> {
            double x = ((ContextLogs.OfNumbers) log.contexts()).numbers().get(index);
            new Greedy().probabilities(new double[] {0, x}, out);
        };
    }

    private static Evaluation evaluation(LoggedDecisions log, ModelSpec model) {
        return Evaluation.of(log, 2, target(log), null, model, Seed.of(1));
    }

    static List<Estimator> estimators() {
        return Evaluation.estimators(10).subList(1, 11);
    }

    /** One estimate has a standard error of about 0.003 here. */
    @ParameterizedTest
    @MethodSource("estimators")
    void estimatesFindTheTruth(Estimator estimator) {
        boolean far = estimator instanceof SubGaussianIps;
        assertThat(evaluation(ContextLogs.log(40_000, 1), RIDGE).estimate(estimator))
                .isCloseTo(TRUTH, within(far ? 0.03 : 0.012));
    }

    /** The reward has the variance ¼, of which x explains a third. */
    @Test
    void theModelIsFittedBetterThanMeans() {
        ModelFit fit = evaluation(ContextLogs.log(40_000, 1), RIDGE).modelFit();
        assertThat(fit.squaredError()).isCloseTo(1 / 6.0, within(0.004));
        assertThat(fit.squaredErrorOfMeans()).isCloseTo(0.65 * 0.35, within(0.004));
        assertThat(fit.explained()).isCloseTo(1 - 1 / 6.0 / 0.2275, within(0.02));
        assertThat(Evaluation.of(ContextLogs.log(400, 1), 2, target(ContextLogs.log(400, 1)), Seed.of(1))
                        .modelFit()
                        .explained())
                .isZero();
    }

    @Test
    void predictionsAreClippedToTheRangeOfRewards() {
        LoggedDecisions log = ContextLogs.log(4, 1);
        log.setContexts(new ContextLogs.OfNumbers(List.of(1e3, -1e3, 5e3, 2e3)));
        double direct = evaluation(log, new SmallRidge(1e-9)).estimate(new DirectMethod());
        assertThat(direct).isBetween(0.0, 1.0);
    }

    @Test
    void theDirectMethodHasNoIntervalAsItsModelMayBeWrong() {
        Evaluation evaluation = evaluation(ContextLogs.log(1000, 1), RIDGE);
        List<Estimate> estimates = evaluation.estimates(Evaluation.estimators(10), 100);
        assertThat(evaluation.warnings(estimates))
                .contains("direct method is biased: its model may be wrong about what was seen; no interval is known");
        assertThat(estimates.get(4).bootstrap().known()).isFalse();
        assertThat(estimates.subList(5, 11))
                .allSatisfy(each -> assertThat(each.bootstrap().known()).isTrue());
    }

    /** A target that always takes action 1, also where x says that it pays little and it is rare: a twin that knows means alone is far off there. */
    @Test
    void aGoodModelNarrowsTheInterval() {
        LoggedDecisions log = ContextLogs.log(4000, 1);
        double[] widths = new double[2];
        for (int i = 0; i < 2; i++) {
            Target always = Target.of(new Greedy(), 0, 1);
            Estimate estimate = Evaluation.of(log, 2, always, null, i == 0 ? RIDGE : null, Seed.of(1))
                    .estimates(List.of(new DoublyRobust()), 400)
                    .get(0);
            widths[i] = estimate.bootstrap().high() - estimate.bootstrap().low();
        }
        assertThat(widths[0]).isLessThan(0.8 * widths[1]);
    }

    /** Intervals hold in 91 % or more of 300 logs, with a model that is kept in all resamples. */
    @Tag("long")
    @Test
    void intervalsHoldTheTruthAsOftenAsTheySay() {
        Map<String, int[]> held = new LinkedHashMap<>();
        for (int i = 0; i < 300; i++) {
            for (Estimate estimate :
                    evaluation(ContextLogs.log(400, 1000 + i), RIDGE).estimates(Evaluation.estimators(2), 200)) {
                int[] counts = held.computeIfAbsent(estimate.estimator().label(), key -> new int[3]);
                counts[0] += estimate.bootstrap().known() ? 1 : 0;
                counts[1] += holds(estimate.bootstrap()) ? 1 : 0;
                counts[2] += estimate.guaranteed().known() && !holds(estimate.guaranteed()) ? 1 : 0;
            }
        }
        assertThat(held).hasSize(11).allSatisfy((label, counts) -> {
            assertThat((double) counts[1]).isGreaterThanOrEqualTo(0.91 * counts[0]);
            assertThat(counts[2]).isLessThanOrEqualTo(26); // 15 plus 3 standard errors
        });
        assertThat(Objects.requireNonNull(held.get("doubly robust"))[0]).isEqualTo(300);
        assertThat(Objects.requireNonNull(held.get("direct method"))[0]).isZero();
    }

    private static boolean holds(Interval interval) {
        return interval.low() <= TRUTH && TRUTH <= interval.high();
    }

    /** Decisions that the target would not have made count for nothing in the fit of MRDR, and for as much as others in that of DR. */
    @Test
    void aModelOfContextsIsFittedAgainForTheLeastVariance() {
        Evaluation evaluation = evaluation(ContextLogs.log(400, 1), RIDGE);
        double robust = evaluation.estimate(new DoublyRobust());
        assertThat(evaluation.estimate(new MoreRobustDr())).isNotEqualTo(robust).isCloseTo(robust, within(0.05));
    }
}
