package kelvin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import kelvin.policy.Greedy;
import kelvin.policy.Softmax;
import kelvin.policy.Uniform;
import kelvin.policy.Weights;
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
        return List.of(new Ips(), new SelfNormalisedIps(), new DirectMethod(), new DoublyRobust(), new SwitchDr(3));
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

    /** Where each action has been logged twice, by hand. */
    @Test
    void aSmallLogByHand() {
        List<LoggedDecision> log = List.of(
                new LoggedDecision(0, 1, 0.5, null),
                new LoggedDecision(1, 4, 0.25, null),
                new LoggedDecision(1, 2, 0.25, null),
                new LoggedDecision(0, 3, 0.5, null));
        Evaluation evaluation = Evaluation.of(log, 2, Target.of(new Uniform(), 0, 0), Seed.of(1));
        assertThat(evaluation.estimate(new Ips())).isEqualTo((1 + 8 + 4 + 3) / 4.0);
        assertThat(evaluation.estimate(new SelfNormalisedIps())).isEqualTo(16.0 / 6);
        assertThat(evaluation.estimate(new ClippedIps(1.5))).isEqualTo((1 + 6 + 3 + 3) / 4.0);
        // the odd half: 4 of action 1, 3 of action 0, mean 3.5; the even half: 1 of action 0, 2 of action 1, mean 1.5
        double even = ((3 + 3.5) / 2 + (4 + 3.5) / 2) / 2;
        double odd = ((1 + 1.5) / 2 + (2 + 1.5) / 2) / 2;
        assertThat(evaluation.estimate(new DirectMethod())).isEqualTo((even + odd) / 2);
        double corrections = (1 - 3.25) + 2 * (4 - 1.75) + 2 * (2 - 3.75) + (3 - 1.25);
        assertThat(evaluation.estimate(new DoublyRobust()))
                .isCloseTo((even + odd) / 2 + corrections / 4, within(1e-15));
        double trusted = (1 - 3.25) + (3 - 1.25);
        assertThat(evaluation.estimate(new SwitchDr(1.5))).isCloseTo((even + odd) / 2 + trusted / 4, within(1e-15));
        assertThat(evaluation.support().effectiveSampleSize()).isEqualTo(36.0 / 10);
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

    /** 200 logs of 400 decisions: about 95 % of the intervals hold the truth, of intervals half as wide far fewer. */
    @Test
    void bootstrapIntervalsHoldTheTruthAsOftenAsTheySay() {
        int held = 0;
        int heldByHalf = 0;
        for (int i = 0; i < 200; i++) {
            Estimate estimate = evaluation(log(400, 100 + i), TARGET)
                    .estimates(List.of(new Ips()), 100)
                    .get(0);
            Bounds bounds = estimate.bootstrap();
            held += bounds.low() <= truth() && truth() <= bounds.high() ? 1 : 0;
            heldByHalf += Math.abs(truth() - estimate.value()) <= bounds.width() / 4 ? 1 : 0;
        }
        assertThat(held).isBetween(175, 199);
        assertThat(heldByHalf).isLessThan(165);
    }

    @Test
    void bernsteinIntervalsAreWiderAndFollowTheirFormula() {
        Bounds interval = Bernstein.interval(new double[] {0, 0, 1, 1}, 2);
        double log = Math.log(80);
        double margin = Math.sqrt(2.0 / 3 * log / 4) + 14 * log / 9;
        assertThat(interval.high() - 0.5).isCloseTo(margin, within(1e-12));
        assertThat(0.5 - interval.low()).isCloseTo(margin, within(1e-12));
        Estimate estimate = evaluation(log(400, 1), TARGET)
                .estimates(List.of(new Ips()), 200)
                .get(0);
        assertThat(estimate.bernstein())
                .isNotNull()
                .satisfies(bounds -> assertThat(bounds.width())
                        .isGreaterThan(estimate.bootstrap().width()));
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
        assertThat(evaluation(log(1000, 1), TARGET).support().warnings())
                .containsExactly("replay is biased: the log did not choose uniformly");
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
