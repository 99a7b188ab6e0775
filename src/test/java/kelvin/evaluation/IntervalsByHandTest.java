package kelvin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import kelvin.policy.Greedy;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

/** Intervals and effective terms against their formulas, written out. */
class IntervalsByHandTest {
    private static final int RESAMPLES = 20;
    private static final Target SECOND = Target.of(new Greedy(), 0, 1);
    private static final Target SOFT = Target.of(new Softmax(1), 0, 1);

    /** Actions 0, 0, 1, 1, 0, …, each with propensity ½. */
    private static List<LoggedDecision> even(int size, IntToDoubleFunction reward) {
        return IntStream.range(0, size)
                .mapToObj(i -> new LoggedDecision(i / 2 % 2, reward.applyAsDouble(i), 0.5, null))
                .toList();
    }

    private static double sign(int i) {
        return i % 7 < 3 ? 1 : -1;
    }

    private static Estimate estimate(
            List<LoggedDecision> log, int actions, Target target, Interval range, Estimator estimator) {
        return Evaluation.of(log, actions, target, range, Seed.of(1))
                .estimates(List.of(estimator), RESAMPLES)
                .get(0);
    }

    private static Interval bernstein(Estimate estimate) {
        return Objects.requireNonNull(estimate.bernstein());
    }

    /** Returns the same target, said to have been learned from the other half of the log. */
    private static Target learned(Target target) {
        return new Target() {
            @Override
            public void probabilities(int index, LoggedDecision decision, double[] out) {
                target.probabilities(index, decision, out);
            }

            @Override
            public boolean learned() {
                return true;
            }
        };
    }

    /** Also where all weights are 2, whose ratio to their mean is 1. */
    @Test
    void rewardsOfTwoSizesHaveTheExactIntervalBetweenThese() {
        List<LoggedDecision> log = even(400, i -> i % 7 < 3 ? 3 : -1);
        Interval range = new Interval(-1, 3);
        long threes = log.stream()
                .filter(each -> each.action() == 1 && each.reward() == 3)
                .count();
        Interval share = ClopperPearson.interval(threes, 200, 0.05);
        for (Estimator estimator : List.of(new ReplayMatches(), new SelfNormalisedIps())) {
            Interval exact = Objects.requireNonNull(
                    estimate(log, 2, SECOND, range, estimator).exact());
            assertThat(exact.low()).isCloseTo(4 * share.low() - 1, within(1e-12));
            assertThat(exact.high()).isCloseTo(4 * share.high() - 1, within(1e-12));
        }
        List<LoggedDecision> another = even(400, i -> i == 2 ? 0 : i % 7 < 3 ? 3 : -1);
        assertThat(estimate(another, 2, SECOND, range, new ReplayMatches()).exact())
                .isNull();
    }

    /** A weight of 2p₁ = 1.46… is cut at 1, by as much as a reward may be larger or smaller. */
    @Test
    void boundsForEverySampleSizeIncludeTheBiasOfEachTerm() {
        List<LoggedDecision> log = even(2001, IntervalsByHandTest::sign);
        double limit = 1;
        double weight = 2 / (1 + Math.exp(-1));
        Bernstein low = new Bernstein();
        Bernstein high = new Bernstein();
        for (LoggedDecision each : log) {
            double own = each.action() == 1 ? weight : 2 - weight;
            double cut = Math.max(0, own - limit);
            low.add(Math.min(own, limit) * each.reward() - cut);
            high.add(Math.min(own, limit) * each.reward() + cut);
        }
        Interval found = bernstein(estimate(log, 2, SOFT, new Interval(-1, 1), new ClippedIps(limit)));
        assertThat(found.low())
                .isCloseTo(low.interval(2 * weight, 0.05).low(), within(1e-12))
                .isGreaterThan(-1);
        assertThat(found.high())
                .isCloseTo(high.interval(2 * weight, 0.05).high(), within(1e-12))
                .isLessThan(1);
    }

    @Test
    void halvesOfALearnedTargetAreBoundedWithHalfTheProbabilityOfErrorEach() {
        List<LoggedDecision> log = even(2001, IntervalsByHandTest::sign);
        double weight = 2 / (1 + Math.exp(-1));
        double[] ends = new double[2];
        for (int half = 0; half < 2; half++) {
            Bernstein numbers = new Bernstein();
            for (int i = half; i < log.size(); i += 2) {
                LoggedDecision each = log.get(i);
                numbers.add((each.action() == 1 ? weight : 2 - weight) * each.reward());
            }
            Interval bound = numbers.interval(2 * weight, 0.025);
            ends[0] += bound.low() * numbers.count() / 2001;
            ends[1] += bound.high() * numbers.count() / 2001;
        }
        Interval found = bernstein(estimate(log, 2, learned(SOFT), new Interval(-1, 1), new Ips()));
        assertThat(new double[] {found.low(), found.high()}).containsExactly(ends, within(1e-12));
    }

    /** The target takes what was logged at even places and never at odd ones. */
    @Test
    void aHalfWithoutATermHasNoBoundToAdd() {
        List<LoggedDecision> log = even(400, i -> i % 7 < 3 ? 1 : 0);
        Target evenOnly = learned((index, decision, out) -> {
            Arrays.fill(out, 0);
            out[index % 2 == 0 ? decision.action() : 1 - decision.action()] = 1;
        });
        long ones = IntStream.range(0, 200)
                .filter(i -> log.get(2 * i).reward() == 1)
                .count();
        assertThat(estimate(log, 2, evenOnly, new Interval(0, 1), new ReplayMatches())
                        .exact())
                .isEqualTo(ClopperPearson.interval(ones, 200, 0.025));
        Target none = Target.of(new Greedy(), 0, 0, 1);
        Estimate never = estimate(log, 3, none, new Interval(0, 1), new ReplayMatches());
        assertThat(never.guaranteed().known()).isFalse();
        assertThat(never.bootstrap().known()).isFalse();
    }

    /** As the errors of the halves need not be independent: away from the estimate less its bias, by √2. */
    @Test
    void percentilesOfALearnedTargetAreMovedApart() {
        List<LoggedDecision> log = even(400, IntervalsByHandTest::sign);
        Interval range = new Interval(-1, 2);
        for (Estimator estimator : List.of(new Ips(), new ClippedIps(1), new DoublyRobust())) {
            Estimate fixed = estimate(log, 2, SOFT, range, estimator);
            Estimate learned = estimate(log, 2, learned(SOFT), range, estimator);
            Interval bias = Objects.requireNonNull(fixed.bias());
            double low = fixed.value() - bias.high();
            double high = fixed.value() - bias.low();
            assertThat(learned.bias()).isEqualTo(bias);
            assertThat(low - learned.bootstrap().low())
                    .isCloseTo(Math.sqrt(2) * (low - fixed.bootstrap().low()), within(1e-12))
                    .isPositive();
            assertThat(learned.bootstrap().high() - high)
                    .isCloseTo(Math.sqrt(2) * (fixed.bootstrap().high() - high), within(1e-12))
                    .isPositive();
        }
    }

    private static double terms(List<LoggedDecision> log) {
        return Evaluation.of(log, 2, SECOND, Seed.of(1))
                .estimates(List.of(new Ips()), 1)
                .get(0)
                .terms();
    }

    /** (Σ d²)²/Σ d⁴ of the differences from the estimate, which grow from decision to decision; in whatever unit. */
    @Test
    void effectiveTermsAreThoseOfSquaredErrors() {
        IntToDoubleFunction growing = i -> sign(i) * Math.pow(1.1, i) * (i < 60 ? 1 : 8);
        List<LoggedDecision> log = even(100, growing);
        double[] numbers = log.stream()
                .mapToDouble(each -> 2 * each.action() * each.reward())
                .toArray();
        double mean = Arrays.stream(numbers).average().orElseThrow();
        double squares = Arrays.stream(numbers).map(x -> Math.pow(x - mean, 2)).sum();
        double fourths = Arrays.stream(numbers).map(x -> Math.pow(x - mean, 4)).sum();
        double terms = squares * squares / fourths;
        assertThat(terms(log)).isCloseTo(terms, within(1e-9 * terms));
        assertThat(terms(even(100, i -> 0x1p900 * growing.applyAsDouble(i)))).isEqualTo(terms(log));
        assertThat(terms(even(100, i -> 0x1p-900 * growing.applyAsDouble(i)))).isEqualTo(terms(log));
    }

    /** Matches with as many ones as zeros have errors of ½ each. */
    @Test
    void tenTermsAreEnoughForTheBootstrap() {
        for (int matches : new int[] {8, 10}) {
            List<LoggedDecision> log = even(2 * matches, i -> i % 2);
            Estimate replay = estimate(log, 2, SECOND, new Interval(0, 1), new ReplayMatches());
            assertThat(replay.terms()).isEqualTo(matches);
            assertThat(replay.bootstrap().known()).isEqualTo(matches == 10);
        }
    }

    /** Rewards that are equal up to rounding, of any size. */
    @Test
    void roundingIsNoSpread() {
        List<LoggedDecision> log = even(400, i -> 1e9 / 3 * (1 + i % 2 * 0x1p-52));
        Estimate replay = estimate(log, 2, SECOND, new Interval(0, 1e9), new ReplayMatches());
        assertThat(replay.terms()).isZero();
        assertThat(replay.bootstrap().known()).isFalse();
    }

    /** The share of its decisions in which the target takes an action that was never logged, or not in the half that predicts. */
    @Test
    void whatTheLogNeverTookIsInTheBias() {
        Target uniform = (index, decision, out) -> Arrays.fill(out, 0.25);
        int[] actions = {0, 1, 2, 0, 0, 2, 2, 1};
        List<LoggedDecision> log = IntStream.range(0, 400)
                .mapToObj(i -> new LoggedDecision(actions[i % 8], i % 2, 0.5, null))
                .toList();
        Interval range = new Interval(0, 1);
        assertThat(estimate(log, 4, uniform, range, new Ips()).bias()).isEqualTo(new Interval(-0.25, 0));
        assertThat(estimate(log, 4, uniform, range, new DoublyRobust()).bias()).isEqualTo(new Interval(-0.25, 0.25));
        assertThat(estimate(log, 4, uniform, range, new DirectMethod()).bias())
                .isEqualTo(new Interval(-0.375, 0.375)); // action 1 is only at odd places
    }

    @Test
    void eachReadingOfALogMatchesTheSameDecisions() {
        Evaluation evaluation = Evaluation.of(even(401, i -> i), 2, SOFT, Seed.of(1));
        double first = evaluation.estimate(new ReplayMatches());
        assertThat(evaluation.estimate(new ReplayMatches())).isEqualTo(first);
        assertThat(evaluation
                        .estimates(List.of(new ReplayMatches()), RESAMPLES)
                        .get(0)
                        .value())
                .isEqualTo(first);
    }

    /** Fit weights are all equally small then, and the prediction for what was never taken is the mean of the other half. */
    @Test
    void aTargetThatNeverTakesWhatWasLoggedIsPredictedByMeans() {
        Target none = Target.of(new Greedy(), 0, 0, 1);
        assertThat(Evaluation.of(even(400, i -> i % 2), 3, none, Seed.of(1)).estimate(new MoreRobustDr()))
                .isEqualTo(0.5);
    }
}
