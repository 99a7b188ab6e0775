package kelvin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.numeric.Weights;
import kelvin.policy.Greedy;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Estimates against the truth of logs drawn from known means. */
class EvaluationTest {
    private static final double[] MEANS = {0.2, 0.5, 0.35, 0.05};
    private static final double[] CHOSEN = {0.4, 0.1, 0.3, 0.2};
    private static final double[] VALUES = {0.1, 0.9, 0.4, 0.3};
    private static final Softmax POLICY = new Softmax(0.4);
    private static final Target TARGET = Target.of(POLICY, VALUES);

    private static List<LoggedDecision> log(int size, long seed) {
        UniformRandomProvider random = Seed.of(seed).generator();
        return IntStream.range(0, size)
                .mapToObj(i -> {
                    int action = Weights.draw(CHOSEN, random);
                    double reward = random.nextDouble() < MEANS[action] ? 1 : 0;
                    return new LoggedDecision(action, reward, CHOSEN[action], null);
                })
                .toList();
    }

    private static double truth() {
        double[] p = POLICY.probabilities(VALUES);
        return IntStream.range(0, 4).mapToDouble(a -> p[a] * MEANS[a]).sum();
    }

    private static Evaluation evaluation(List<LoggedDecision> log, Target target) {
        return Evaluation.of(log, 4, target, Seed.of(1));
    }

    static List<Estimator> unbiased() {
        return List.of(
                new Ips(),
                new SelfNormalisedIps(),
                new DirectMethod(),
                new DoublyRobust(),
                new SwitchDr(3),
                new SubGaussianIps(1e-3),
                new OptimisticShrinkageDr(1e4),
                new MoreRobustDr(),
                new SelfNormalisedDr());
    }

    /** One estimate has a standard error of about 0.004 here. */
    @ParameterizedTest
    @MethodSource("unbiased")
    void estimatesFindTheTruth(Estimator estimator) {
        double estimate = evaluation(log(40_000, 1), TARGET).estimate(estimator);
        assertThat(estimate).isCloseTo(truth(), within(0.016));
    }

    @Test
    void propensitiesThatAreNotTrueMisleadWhatTrustsThem() {
        List<LoggedDecision> log = log(40_000, 1).stream()
                .map(each -> new LoggedDecision(each.action(), each.reward(), 0.25, null))
                .toList();
        assertThat(evaluation(log, TARGET).estimate(new Ips())).isNotCloseTo(truth(), within(0.016));
        assertThat(evaluation(log, TARGET).estimate(new DirectMethod())).isCloseTo(truth(), within(0.016));
    }

    @Test
    void aSmallLogByHand() {
        List<LoggedDecision> log = List.of(
                new LoggedDecision(0, 1, 0.5, null),
                new LoggedDecision(1, 4, 0.25, null),
                new LoggedDecision(1, 1, 0.2, null),
                new LoggedDecision(0, 3, 0.5, null),
                new LoggedDecision(0, 6, 0.5, null));
        Evaluation evaluation = Evaluation.of(log, 2, Target.of(new Uniform(), 0, 0), Seed.of(1));
        assertThat(evaluation.estimate(new Ips())).isEqualTo((1 + 8 + 2.5 + 3 + 6) / 5);
        assertThat(evaluation.estimate(new SelfNormalisedIps())).isEqualTo(20.5 / 7.5);
        assertThat(evaluation.estimate(new ClippedIps(1.5))).isEqualTo((1 + 6 + 1.5 + 3 + 6) / 5);
        // the odd places: 3 of action 0, 4 of action 1; the even ones: 1 and 6 of action 0, 1 of action 1
        double direct = (3 * 3.5 + 2 * 2.25) / 5;
        assertThat(evaluation.estimate(new DirectMethod())).isEqualTo(direct);
        double trusted = (1 - 3) + (3 - 3.5) + (6 - 3);
        double others = 2 * (4 - 1) + 2.5 * (1 - 4);
        assertThat(evaluation.estimate(new DoublyRobust())).isCloseTo(direct + (trusted + others) / 5, within(1e-15));
        assertThat(evaluation.estimate(new SwitchDr(1.5))).isCloseTo(direct + trusted / 5, within(1e-15));
        assertThat(evaluation.support().effectiveSampleSize()).isEqualTo(7.5 * 7.5 / 13.25);
    }

    /** The errors are −2, 3, −3, −½, 3 at the weights 1, 2, 2½, 1, 1. */
    @Test
    void weightsAreShrunkByHand() {
        List<LoggedDecision> log = List.of(
                new LoggedDecision(0, 1, 0.5, null),
                new LoggedDecision(1, 4, 0.25, null),
                new LoggedDecision(1, 1, 0.2, null),
                new LoggedDecision(0, 3, 0.5, null),
                new LoggedDecision(0, 6, 0.5, null));
        Evaluation evaluation = Evaluation.of(log, 2, Target.of(new Uniform(), 0, 0), Seed.of(1));
        double direct = evaluation.estimate(new DirectMethod());
        assertThat(evaluation.estimate(new OptimisticShrinkageDr(2)))
                .isCloseTo(direct + (2 / 3.0 * 3.5 - 3 * 5 / 8.25) / 5, within(1e-15));
        assertThat(evaluation.estimate(new OptimisticShrinkageDr(Double.MIN_VALUE)))
                .isEqualTo(direct);
        assertThat(evaluation.estimate(new OptimisticShrinkageDr(Double.MAX_VALUE)))
                .isCloseTo(evaluation.estimate(new DoublyRobust()), within(1e-15));
        assertThat(evaluation.estimate(OptimisticShrinkageDr.within(1e200)))
                .isCloseTo(evaluation.estimate(new DoublyRobust()), within(1e-15));
        assertThat(OptimisticShrinkageDr.within(1e-200).lambda()).isEqualTo(Double.MIN_VALUE);
        assertThat(evaluation.estimate(new SubGaussianIps(0.5)))
                .isCloseTo((1 + 16 / 3.0 + 10 / 7.0 + 3 + 6) / 5, within(1e-15));
        assertThat(evaluation.estimate(new SubGaussianIps(0))).isEqualTo(evaluation.estimate(new Ips()));
        assertThat(evaluation.estimate(new SubGaussianIps(1))).isEqualTo(3);
        assertThat(evaluation.estimate(new SelfNormalisedDr())).isCloseTo(direct - 1 / 7.5, within(1e-15));
    }

    /** Fit weights w²(1 − p) of ½ and 3 at even places, 3 and ½ at odd ones, and of 0 where p is 1, after which a mean is that of equal weights. */
    @Test
    void theModelIsFittedForTheLeastVarianceByHand() {
        List<LoggedDecision> log = List.of(
                new LoggedDecision(0, 1, 0.5, null),
                new LoggedDecision(1, 4, 0.25, null),
                new LoggedDecision(0, 6, 0.25, null),
                new LoggedDecision(1, 0, 0.5, null),
                new LoggedDecision(1, 2, 1, null),
                new LoggedDecision(0, 3, 0.5, null));
        Evaluation evaluation = Evaluation.of(log, 2, Target.of(new Uniform(), 0, 0), Seed.of(1));
        double first = 18.5 / 3.5;
        double second = 12 / 3.5;
        double direct = (3 * (3 + second) / 2 + 3 * (first + 2) / 2) / 6;
        double errors = (1 - 3) + 2 * (6 - 3) + 0.5 * (2 - second) + 2 * (4 - 2) + (0 - 2) + (3 - first);
        assertThat(evaluation.estimate(new MoreRobustDr())).isCloseTo(direct + errors / 6, within(1e-15));
        assertThat(evaluation.estimate(new DoublyRobust())).isNotCloseTo(direct + errors / 6, within(0.1));
    }

    @Test
    void parametersOutsideOfTheirRangesAreRefused() {
        assertThatThrownBy(() -> new SubGaussianIps(1.5)).hasMessage("lambda = 1.5, must be in [0, 1]");
        assertThatThrownBy(() -> new OptimisticShrinkageDr(0)).hasMessageStartingWith("lambda = 0.0, must be ");
    }

    @Test
    void replayIsTheMeanOfItsMatches() {
        List<LoggedDecision> log = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            log.add(new LoggedDecision(i % 2, i % 4, 0.5, null));
        }
        Evaluation evaluation = Evaluation.of(log, 2, Target.of(new Greedy(), 0, 1), Seed.of(1));
        assertThat(evaluation.estimate(new ReplayMatches())).isEqualTo(2);
        assertThat(evaluation.support().matches()).isEqualTo(50);
    }

    @Test
    void learnedValuesDoNotSeeTheRewardTheyAreJudgedBy() {
        List<LoggedDecision> luck = List.of(new LoggedDecision(0, 1, 0.5, null), new LoggedDecision(1, 0, 0.5, null));
        Target target = Target.learned(new Greedy(), luck, 2);
        double[] p = new double[2];
        target.probabilities(0, luck.get(0), p);
        assertThat(p).containsExactly(0.5, 0.5);
        target.probabilities(1, luck.get(1), p);
        assertThat(p).containsExactly(0.5, 0.5);
    }

    @Test
    void aTargetTakesOpenActionsOnly() {
        BitSet open = BitSet.valueOf(new long[] {0b101});
        double[] p = new double[3];
        Target.of(new Uniform(), 1, 2, 3).probabilities(0, new LoggedDecision(0, 1, 0.5, open), p);
        assertThat(p).containsExactly(0.5, 0, 0.5);
    }

    @Test
    void aLogWithoutTheActionIsWarnedOf() {
        List<LoggedDecision> log = IntStream.range(0, 1000)
                .mapToObj(i -> new LoggedDecision(i % 2, 1, 0.5, null))
                .toList();
        Evaluation evaluation = Evaluation.of(log, 3, Target.of(new Uniform(), 0, 0, 0), Seed.of(1));
        assertThat(evaluation.support().warnings())
                .contains("no support: the policy takes actions [2] in 33 % of its decisions, the log never")
                .anyMatch(warning -> warning.startsWith("the mean weight is 0.667 instead of 1"));
        assertThat(evaluation(log(1000, 1), TARGET).support().warnings()).isEmpty();
    }

    @Test
    void fewEffectiveDecisionsAreWarnedOf() {
        List<LoggedDecision> log = new ArrayList<>(log(200, 1));
        log.add(new LoggedDecision(1, 1, 1e-4, null));
        assertThat(evaluation(log, TARGET).support().warnings())
                .anyMatch(warning -> warning.startsWith("the log tells as much as "))
                .anyMatch(warning -> warning.matches("one decision has 9\\d % of all weight"));
    }
}
