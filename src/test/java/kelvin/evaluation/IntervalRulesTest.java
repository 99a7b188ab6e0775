package kelvin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import kelvin.policy.Greedy;
import kelvin.policy.Policy;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which estimate has which intervals. */
class IntervalRulesTest {
    private static final int RESAMPLES = 200;
    private static final Policy MOSTLY_SECOND = new Softmax(1);

    /** Two actions in turn pairs (0, 0, 1, 1, …), so that both halves have both, each with propensity ½. */
    private static List<LoggedDecision> even(int size, IntToDoubleFunction reward) {
        return IntStream.range(0, size)
                .mapToObj(i -> new LoggedDecision(i / 2 % 2, reward.applyAsDouble(i), 0.5, null))
                .toList();
    }

    private static double coin(int i) {
        return i % 7 < 3 ? 1 : 0;
    }

    private static Evaluation second(List<LoggedDecision> log) {
        return Evaluation.of(log, 2, Target.of(new Greedy(), 0, 1), Seed.of(1));
    }

    private static Evaluation softly(List<LoggedDecision> log) {
        return Evaluation.of(log, 2, Target.of(MOSTLY_SECOND, 0, 1), Seed.of(1));
    }

    private static Estimate estimate(Evaluation evaluation, Estimator estimator) {
        return evaluation.estimates(List.of(estimator), RESAMPLES).get(0);
    }

    static List<Estimator> all() {
        return Evaluation.estimators(10);
    }

    private static Estimate named(Estimator estimator, Evaluation evaluation) {
        return evaluation.estimates(all(), RESAMPLES).stream()
                .filter(each -> each.estimator().equals(estimator))
                .findFirst()
                .orElseThrow();
    }

    /** No click in 290 matches: 1 − 0.025^(1/290) is the exact upper end. */
    @Test
    void noRewardAtAllIsNoCertainty() {
        Evaluation evaluation = second(even(580, i -> i / 2 % 2 == 0 ? coin(i) : 0));
        double end = 1 - Math.pow(0.025, 1 / 290.0);
        for (Estimator estimator : List.of(new ReplayMatches(), new SelfNormalisedIps())) {
            Estimate estimate = estimate(evaluation, estimator);
            assertThat(estimate.value()).isZero();
            assertThat(estimate.bootstrap().known()).isFalse();
            assertThat(estimate.guaranteed().low()).isZero();
            assertThat(estimate.guaranteed().high()).isCloseTo(end, within(1e-12));
        }
        assertThat(estimate(evaluation, new Ips()).guaranteed().high())
                .isCloseTo(2 * (1 - Math.pow(0.025, 1 / 580.0)), within(1e-12));
        assertThat(evaluation.warnings(evaluation.estimates(all(), RESAMPLES)))
                .anyMatch(warning ->
                        warning.startsWith("too few rewards differ for an interval by bootstrap: replay, IPS"));
    }

    /** Only in IPS, clipped or not, is there any spread: that of the weights. */
    @ParameterizedTest
    @MethodSource("all")
    void identicalRewardsHaveNoIntervalButThatOfWeights(Estimator estimator) {
        Estimate estimate = named(estimator, second(even(400, i -> 3)));
        boolean weights =
                estimator instanceof Ips || estimator instanceof ClippedIps || estimator instanceof SubGaussianIps;
        assertThat(estimate.bootstrap().known()).isEqualTo(weights);
        assertThat(weights && estimate.bootstrap().high() < 3.2).isFalse();
        assertThat(estimate.guaranteed().known()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("all")
    void oneDecisionHasNoInterval(Estimator estimator) {
        List<LoggedDecision> log = List.of(new LoggedDecision(1, 1, 0.5, null));
        Estimate estimate = named(estimator, second(log));
        assertThat(estimate.bootstrap().known()).isFalse();
        assertThat(estimate.guaranteed().known()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("all")
    void anEffectiveSampleOfOneHasNoBootstrap(Estimator estimator) {
        List<LoggedDecision> log = new ArrayList<>(even(400, IntervalRulesTest::coin));
        log.add(new LoggedDecision(1, 1, 1e-7, null));
        Evaluation evaluation = softly(log);
        assertThat(evaluation.support().effectiveSampleSize()).isCloseTo(1, within(1e-3));
        assertThat(named(estimator, evaluation).bootstrap().known()).isFalse();
        assertThat(evaluation.support().warnings()).anyMatch(warning -> warning.startsWith("the log tells as much as"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void fewerThanTenEventsHaveNoBootstrap(Estimator estimator) {
        assertThat(named(estimator, second(even(2000, i -> i < 18 ? 1 : 0)))
                        .bootstrap()
                        .known())
                .isFalse();
        assertThat(named(estimator, second(even(2000, i -> i < 60 ? 1 : 0)))
                        .bootstrap()
                        .known())
                .isTrue();
    }

    @Test
    void boundsForEverySampleSizeNeedTheRangeOfRewards() {
        List<LoggedDecision> log = even(400, i -> coin(i) / 2 + i % 3);
        Interval wide = new Interval(0, 10);
        Target target = Target.of(MOSTLY_SECOND, 0, 1);
        assertThat(estimate(Evaluation.of(log, 2, target, Seed.of(1)), new Ips())
                        .bernstein())
                .isNull();
        Evaluation given = Evaluation.of(log, 2, target, wide, Seed.of(1));
        double margin = 7 * 2 * 0.7310585786300049 * 10 * Math.log(80) / (3 * 399);
        assertThat(estimate(given, new Ips()).guaranteed())
                .satisfies(bounds -> assertThat(bounds.width() / 2).isBetween(margin, margin + 0.5));
        assertThat(given.range()).isEqualTo(wide);
        assertThatThrownBy(() -> Evaluation.of(log, 2, target, new Interval(0, 2), Seed.of(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("from 0.0 or less to 2.5 or more, which were logged");
    }

    @Test
    void onlyMeansOfIndependentNumbersHaveBoundsForEverySampleSize() {
        Evaluation evaluation = softly(even(400, IntervalRulesTest::coin));
        assertThat(estimate(evaluation, new DirectMethod()).guaranteed().known())
                .isFalse();
        assertThat(estimate(evaluation, new SelfNormalisedIps()).guaranteed().known())
                .isFalse();
        for (Estimator estimator : List.of(new ReplayMatches(), new Ips(), new DoublyRobust())) {
            assertThat(estimate(evaluation, estimator).bernstein()).isNotNull();
        }
        assertThat(estimate(evaluation, new ReplayMatches()).exact()).isNotNull();
        assertThat(estimate(evaluation, new Ips()).exact()).isNull();
    }

    @Test
    void whatIsCutOffIsInTheBiasAndInTheIntervals() {
        List<LoggedDecision> log = IntStream.range(0, 2000)
                .mapToObj(
                        i -> new LoggedDecision(i / 2 % 20 == 0 ? 1 : 0, coin(i), i / 2 % 20 == 0 ? 0.05 : 0.95, null))
                .toList();
        Evaluation evaluation = Evaluation.of(log, 2, Target.of(new Uniform(), 0, 0), Seed.of(1));
        Estimate ips = estimate(evaluation, new Ips());
        Estimate clipped = estimate(evaluation, new ClippedIps(4));
        assertThat(ips.bias()).isEqualTo(new Interval(0, 0));
        assertThat(clipped.bias()).isNotNull().satisfies(bias -> {
            assertThat(bias.low()).isCloseTo(-0.05 * (10 - 4), within(1e-12));
            assertThat(bias.high()).isZero();
        });
        assertThat(clipped.bootstrap().low())
                .isLessThanOrEqualTo(ips.bootstrap().low());
        assertThat(clipped.bootstrap().high())
                .isGreaterThan(ips.bootstrap().high())
                .isGreaterThan(clipped.value() + 0.3);
        Estimate robust = estimate(evaluation, new DoublyRobust());
        Estimate switched = estimate(evaluation, new SwitchDr(4));
        assertThat(switched.bias())
                .isNotNull()
                .satisfies(bias -> assertThat(bias.width()).isCloseTo(0.5, within(1e-12)));
        assertThat(switched.bootstrap().low()).isLessThan(robust.bootstrap().low());
        assertThat(switched.bootstrap().high()).isGreaterThan(robust.bootstrap().high());
        assertThat(evaluation.warnings(List.of(ips, clipped)))
                .contains(
                        "biased: clipped IPS by -0.30 … 0.0, if no reward lies outside of 0.0 … 1.0; intervals include it");
    }

    /** Sub-Gaussian weights raise 0.526… to 0.689… and lower 10 to 1.818…; DRos lowers both. */
    @Test
    void whatIsShrunkIsInTheBiasAndInTheIntervals() {
        List<LoggedDecision> log = IntStream.range(0, 2000)
                .mapToObj(
                        i -> new LoggedDecision(i / 2 % 20 == 0 ? 1 : 0, coin(i), i / 2 % 20 == 0 ? 0.05 : 0.95, null))
                .toList();
        Evaluation evaluation = Evaluation.of(log, 2, Target.of(new Uniform(), 0, 0), Seed.of(1));
        double small = 0.5 / 0.95;
        double risen = 2 * small / (1 + small) - small;
        Estimate smoothed = estimate(evaluation, new SubGaussianIps(0.5));
        assertThat(smoothed.bias()).isNotNull().satisfies(bias -> {
            assertThat(bias.low()).isCloseTo(-0.05 * (10 - 20 / 11.0), within(1e-12));
            assertThat(bias.high()).isCloseTo(0.95 * risen, within(1e-12));
        });
        Estimate shrunk = estimate(evaluation, new OptimisticShrinkageDr(100));
        double left = small - 100 * small / (small * small + 100);
        assertThat(shrunk.bias())
                .isNotNull()
                .satisfies(bias -> assertThat(bias.width()).isCloseTo(0.05 * (10 - 5) + 0.95 * left, within(1e-12)));
        Estimate robust = estimate(evaluation, new DoublyRobust());
        assertThat(shrunk.bootstrap().low()).isLessThan(robust.bootstrap().low());
        assertThat(shrunk.bootstrap().high()).isGreaterThan(robust.bootstrap().high());
        assertThat(evaluation.warnings(List.of(smoothed, shrunk)))
                .anyMatch(warning -> warning.startsWith("biased: sub-Gaussian λ=0.5 by -0.41 … 0.1"))
                .anyMatch(warning -> warning.contains(", DRos λ=100 by "));
        assertThat(estimate(evaluation, new SelfNormalisedDr()).guaranteed().known())
                .isFalse();
    }

    @Test
    void aLimitThatNoWeightExceedsChangesNothing() {
        Evaluation evaluation = softly(even(400, IntervalRulesTest::coin));
        Estimate ips = estimate(evaluation, new Ips());
        Estimate clipped = estimate(evaluation, new ClippedIps(10));
        assertThat(clipped.bootstrap()).isEqualTo(ips.bootstrap());
        assertThat(clipped.bernstein()).isEqualTo(ips.bernstein());
        assertThat(clipped.bias()).isEqualTo(new Interval(0, 0));
    }

    @Test
    void actionsThatWereNeverLoggedWidenEveryInterval() {
        List<LoggedDecision> log = even(400, IntervalRulesTest::coin);
        Evaluation evaluation = Evaluation.of(log, 3, Target.of(new Uniform(), 0, 0, 0), Seed.of(1));
        for (Estimate estimate : evaluation.estimates(all(), RESAMPLES)) {
            assertThat(Objects.requireNonNull(estimate.bias()).width()).isGreaterThan(0.33);
            assertThat(estimate.bootstrap().width()).isGreaterThan(0.33);
        }
        Evaluation never = Evaluation.of(log, 3, Target.of(new Greedy(), 0, 0, 1), Seed.of(1));
        assertThat(never.support().warnings())
                .contains("no support: the policy takes actions [2] in 100 % of its decisions, the log never");
    }

    @Test
    void replayOfALogThatChoseUnevenlyHasNoInterval() {
        List<LoggedDecision> log = IntStream.range(0, 400)
                .mapToObj(i -> new LoggedDecision(i / 2 % 4 == 0 ? 1 : 0, coin(i), i / 2 % 4 == 0 ? 0.25 : 0.75, null))
                .toList();
        Evaluation evaluation = softly(log);
        Estimate replay = estimate(evaluation, new ReplayMatches());
        assertThat(replay.bias()).isNull();
        assertThat(replay.bootstrap().known()).isFalse();
        assertThat(replay.guaranteed().known()).isFalse();
        assertThat(evaluation.warnings(List.of(replay)))
                .contains("replay is biased: the log did not choose uniformly; no interval is known");
        assertThat(estimate(second(log), new ReplayMatches()).bootstrap().known())
                .isTrue();
    }

    @Test
    void theDirectMethodDoesNotJudgeWhatWasLearnedFromItsOwnRewards() {
        List<LoggedDecision> log = even(400, IntervalRulesTest::coin);
        Evaluation evaluation = Evaluation.of(log, 2, Target.learned(MOSTLY_SECOND, log, 2), Seed.of(1));
        Estimate direct = estimate(evaluation, new DirectMethod());
        assertThat(direct.bootstrap().known()).isFalse();
        assertThat(evaluation.warnings(List.of(direct)))
                .anyMatch(warning -> warning.startsWith("direct method is biased: "));
        assertThat(estimate(evaluation, new DoublyRobust()).bootstrap().known()).isTrue();
    }

    @Test
    void propensitiesThatVaryAreWarnedOf() {
        List<LoggedDecision> log = new ArrayList<>(even(400, IntervalRulesTest::coin));
        assertThat(softly(log).support().warnings()).isEmpty();
        log.add(new LoggedDecision(0, 1, 0.4, null));
        assertThat(softly(log).support().warnings())
                .anyMatch(warning -> warning.startsWith("propensities of an action vary"));
    }
}
