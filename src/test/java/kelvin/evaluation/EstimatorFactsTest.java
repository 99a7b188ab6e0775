package kelvin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import kelvin.policy.Uniform;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

/** The facts that estimators state of themselves, for rewards from −1 to 2, by hand. */
class EstimatorFactsTest {
    private static final Interval REWARDS = new Interval(-1, 2);

    /** An eighth of the target was never logged, a quarter of it never in the other half. */
    private static WeightedDecision decision(double weight) {
        return new WeightedDecision(1, weight, 0.5, 0.75, true, 0.125, 0.25);
    }

    private static List<String> labels(List<Estimator> estimators) {
        return estimators.stream().map(Estimator::label).toList();
    }

    @Test
    void sixEstimatorsUseTheModel() {
        List<Estimator> modelled =
                Evaluation.estimators(5).stream().filter(Estimator::modelled).toList();
        assertThat(labels(modelled))
                .containsExactly("direct method", "doubly robust", "Switch-DR", "DRos λ=100", "MRDR", "SNDR");
        assertThat(Evaluation.estimators(5).stream().filter(Estimator::fittedForVariance))
                .containsExactly(new MoreRobustDr());
    }

    /** Weights are from 0 to 4, predictions and rewards from −1 to 2, so that errors are at most 3. */
    @Test
    void numbersLieWithinTheirBounds() {
        assertThat(new Ips().bounds(REWARDS, 4)).isEqualTo(new Interval(-4, 8));
        assertThat(new Ips().bounds(new Interval(1, 2), 4)).isEqualTo(new Interval(0, 8));
        assertThat(new ClippedIps(2).bounds(REWARDS, 4)).isEqualTo(new Interval(-4, 8));
        for (Estimator ratio : List.of(new SelfNormalisedIps(), new ReplayMatches())) {
            assertThat(ratio.bounds(REWARDS, 4)).isEqualTo(REWARDS);
        }
        for (Estimator robust :
                List.of(new DoublyRobust(), new SwitchDr(2), new MoreRobustDr(), new OptimisticShrinkageDr(2))) {
            assertThat(robust.bounds(REWARDS, 4)).isEqualTo(new Interval(-1 - 12, 2 + 12));
        }
        for (Estimator without : List.of(new DirectMethod(), new SelfNormalisedDr())) {
            assertThat(without.bounds(REWARDS, 4)).isNull();
        }
    }

    /** At λ = 3/4 a weight w rises most at 1/3, to w/(1/4 + 3w/4) = 2/3; a third of the rewards' differences is 1. */
    @Test
    void smoothedWeightsMayRise() {
        assertThat(new SubGaussianIps(0.75).numerator(decision(1 / 3.0))).isEqualTo(2 / 3.0);
        assertThat(new SubGaussianIps(0.75).bounds(REWARDS, 4)).isEqualTo(new Interval(-5, 9));
    }

    @Test
    void whatWasNeverLoggedIsInTheBias() {
        assertThat(new Ips().bias(decision(1), REWARDS)).isEqualTo(new Interval(-0.25, 0.125));
        for (Estimator estimator :
                List.of(new SelfNormalisedIps(), new DoublyRobust(), new MoreRobustDr(), new ReplayMatches())) {
            assertThat(estimator.bias(decision(1), REWARDS)).isEqualTo(new Interval(-0.375, 0.375));
        }
        assertThat(new SelfNormalisedDr().bias(decision(1), REWARDS)).isEqualTo(new Interval(-0.75, 0.75));
        assertThat(new DirectMethod().bias(decision(1), REWARDS)).isEqualTo(new Interval(-0.75, 0.75));
    }

    /** An error from −3/2 to 3/2 at a weight of 5 is left out; at a weight of 4, the limit, it is not. */
    @Test
    void switchingLeavesOutErrorsAboveItsLimit() {
        SwitchDr estimator = new SwitchDr(4);
        assertThat(estimator.numerator(decision(4))).isEqualTo(0.75 + 4 * 0.5);
        assertThat(estimator.bias(decision(4), REWARDS)).isEqualTo(new Interval(-0.375, 0.375));
        assertThat(estimator.numerator(decision(5))).isEqualTo(0.75);
        assertThat(estimator.bias(decision(5), REWARDS)).isEqualTo(new Interval(-7.875, 7.875));
    }

    private static void refused(String message, Supplier<LoggedDecision> decision) {
        assertThatIllegalArgumentException().isThrownBy(decision::get).withMessage(message);
    }

    @Test
    void decisionsOutOfRangeAreRefused() {
        refused("action = -1, must be >= 0", () -> new LoggedDecision(-1, 0, 1, null));
        refused(
                "reward = 1.1E300, must be a number of size up to 1e300",
                () -> new LoggedDecision(0, 1.1e300, 1, null));
        refused("propensity = 0.0, must be in (0, 1]", () -> new LoggedDecision(0, 0, 0, null));
        refused("propensity = 1.5, must be in (0, 1]", () -> new LoggedDecision(0, 0, 1.5, null));
        refused(
                "propensity = 1.0E-310, must be large enough for a finite weight",
                () -> new LoggedDecision(0, 0, 1e-310, null));
        assertThat(new LoggedDecision(0, -1e300, 1, null).reward()).isEqualTo(-1e300);
    }

    /** The errors are −2, 3, −3, −½ and 3, as those of the means are: nothing more is explained. */
    @Test
    void theModelExplainsWhatMeansDoNot() {
        Evaluation evaluation = Evaluation.of(
                List.of(
                        new LoggedDecision(0, 1, 0.5, null),
                        new LoggedDecision(1, 4, 0.25, null),
                        new LoggedDecision(1, 1, 0.2, null),
                        new LoggedDecision(0, 3, 0.5, null),
                        new LoggedDecision(0, 6, 0.5, null)),
                2,
                Target.of(new Uniform(), 0, 0),
                new Interval(1, 6),
                Seed.of(1));
        assertThat(evaluation.modelFit()).isEqualTo(new ModelFit(6.25, 6.25));
        assertThat(evaluation.modelFit().explained()).isZero();
        assertThat(new ModelFit(1, 4).explained()).isEqualTo(0.75);
        assertThat(new ModelFit(1, 0).explained()).isNaN();
    }

    private static Estimate estimate(Estimator estimator, Interval bias, Interval bootstrap, double terms) {
        return new Estimate(estimator, 1, bias, bootstrap, terms, null, null);
    }

    @Test
    void estimatesAreWarnedOfByName() {
        List<LoggedDecision> log = Collections.nCopies(100, new LoggedDecision(0, 1, 1, null));
        Evaluation evaluation = Evaluation.of(log, 1, Target.of(new Uniform(), 0), new Interval(0, 1), Seed.of(1));
        Interval some = new Interval(0.5, 1);
        assertThat(evaluation.warnings(List.of(
                        estimate(new Ips(), Interval.ZERO, some, 30),
                        estimate(new ClippedIps(2), new Interval(-0.25, 0.5), some, 29),
                        estimate(new SelfNormalisedIps(), Interval.ZERO, Interval.NONE, 5),
                        estimate(new DoublyRobust(), Interval.ZERO, Interval.NONE, 5))))
                .containsExactly(
                        "biased: clipped IPS by -0.25 … 0.50, if no reward lies outside of 0.0 … 1.0; intervals include it",
                        "too few rewards differ for an interval by bootstrap: self-normalised IPS, doubly robust",
                        "few rewards decide the interval by bootstrap, it may be too narrow: clipped IPS");
        assertThat(evaluation.warnings(List.of(estimate(new Ips(), Interval.ZERO, some, 30))))
                .isEmpty();
    }

    @Test
    void aTargetLearntFromTheLogIsNotJudgedByItsModel() {
        List<LoggedDecision> log = Collections.nCopies(100, new LoggedDecision(0, 1, 1, null));
        Evaluation evaluation = Evaluation.of(log, 1, Target.learned(new Uniform(), log, 1), Seed.of(1));
        Estimate direct = evaluation.estimates(List.of(new DirectMethod()), 1).get(0);
        assertThat(direct.bias()).isNull();
        assertThat(evaluation.warnings(List.of(direct)))
                .containsExactly(
                        "direct method is biased: its model is fitted to the rewards that the policy was learnt"
                                + " from; no interval is known");
    }
}
