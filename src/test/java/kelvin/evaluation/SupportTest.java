package kelvin.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kelvin.policy.Uniform;
import kelvin.random.Seed;
import org.junit.jupiter.api.Test;

/** The support of a log for a target, and the warnings where it lacks some. */
class SupportTest {
    private static List<LoggedDecision> decisions(int count, int action, double propensity) {
        return Collections.nCopies(count, new LoggedDecision(action, 1, propensity, null));
    }

    private static Support support(List<LoggedDecision> log, int actions, Target target) {
        return Evaluation.of(log, actions, target, Seed.of(1)).support();
    }

    private static Target uniform(int actions) {
        return Target.of(new Uniform(), new double[actions]);
    }

    @Test
    void nothingIsSaidOfALogThatTheTargetMadeItself() {
        List<LoggedDecision> log = new ArrayList<>(decisions(50, 0, 0.5));
        log.addAll(decisions(50, 1, 0.5));
        Support support = support(log, 2, uniform(2));
        assertThat(support.warnings()).isEmpty();
        assertThat(support.effectiveSampleSize()).isEqualTo(100);
        assertThat(support.meanWeight()).isEqualTo(1);
        assertThat(support.largestWeight()).isEqualTo(1);
        assertThat(support.even()).isTrue();
        assertThat(support.learned()).isFalse();
    }

    @Test
    void atMostEightActionsWithoutSupportAreListed() {
        List<LoggedDecision> log = decisions(200, 0, 1);
        assertThat(support(log, 9, uniform(9)).warnings().get(0))
                .isEqualTo("no support: the policy takes actions [1, 2, 3, 4, 5, 6, 7, 8] in 89 % of its decisions,"
                        + " the log never");
        assertThat(support(log, 10, uniform(10)).warnings().get(0))
                .isEqualTo("no support: the policy takes actions [1, 2, 3, 4, 5, 6, 7, 8, …] in 90 % of its decisions,"
                        + " the log never");
    }

    /** The target takes action 1 at every 101st decision alone; 2/101 in percent has two digits. */
    @Test
    void aSmallShareWithoutSupportKeepsTwoDigits() {
        Target seldom = (index, decision, out) -> {
            out[0] = index % 101 == 7 ? 0 : 1;
            out[1] = 1 - out[0];
        };
        assertThat(support(decisions(202, 0, 1), 2, seldom).warnings())
                .contains("no support: the policy takes actions [1] in 0.99 % of its decisions, the log never");
    }

    @Test
    void anActionLoggedInOneHalfOfTheLogIsLogged() {
        for (int half = 0; half < 2; half++) {
            List<LoggedDecision> log = new ArrayList<>(decisions(200, 0, 0.5));
            log.set(100 + half, new LoggedDecision(1, 1, 0.5, null));
            Support support = support(log, 2, uniform(2));
            assertThat(support.logged(1)).isTrue();
            assertThat(support.fitted(1 - half, 1)).isTrue(); // by the rewards of the other half
            assertThat(support.fitted(half, 1)).isFalse();
            assertThat(support.warnings()).noneMatch(warning -> warning.startsWith("no support"));
        }
    }

    /** Weights 1 of ten decisions are a tenth each, 9 of them more; 99 of equal weight are worth 99. */
    @Test
    void limitsOfWarningsAreWhereTheySay() {
        String tenth = "one decision has";
        assertThat(support(decisions(10, 0, 1), 1, uniform(1)).warnings()).noneMatch(each -> each.startsWith(tenth));
        assertThat(support(decisions(9, 0, 1), 1, uniform(1)).warnings())
                .contains("one decision has 11 % of all weight");
        assertThat(support(decisions(100, 0, 1), 1, uniform(1)).warnings()).isEmpty();
        assertThat(support(decisions(99, 0, 1), 1, uniform(1)).warnings())
                .containsExactly("the log tells as much as 99.0 decisions of the policy itself; intervals by bootstrap"
                        + " may be too narrow");
    }

    /** Every weight is 2, the variance of the weights 0: no standard error excuses a mean of 2. */
    @Test
    void aMeanWeightThatIsNotOneIsWarnedOf() {
        assertThat(support(decisions(400, 0, 0.5), 1, uniform(1)).warnings())
                .containsExactly(
                        "the mean weight is 2.000 instead of 1: support is missing or the propensities are not true");
    }

    @Test
    void propensitiesAreComparedActionByAction() {
        List<LoggedDecision> log = new ArrayList<>(decisions(150, 0, 0.75));
        log.addAll(decisions(50, 1, 0.25));
        Support steady = support(log, 2, uniform(2));
        assertThat(steady.even()).isFalse();
        assertThat(steady.warnings()).noneMatch(warning -> warning.startsWith("propensities"));
        log.set(0, new LoggedDecision(0, 1, 0.7, null));
        assertThat(support(log, 2, uniform(2)).warnings())
                .anyMatch(warning -> warning.startsWith("propensities of an action vary"));
    }

    @Test
    void estimatorsHaveTheNamesOfTheirTables() {
        assertThat(Evaluation.estimators(5).stream().map(Estimator::label))
                .containsExactly(
                        "replay",
                        "IPS",
                        "self-normalised IPS",
                        "clipped IPS",
                        "direct method",
                        "doubly robust",
                        "Switch-DR",
                        "sub-Gaussian λ=0.2",
                        "DRos λ=100",
                        "MRDR",
                        "SNDR");
        assertThat(SubGaussianIps.within(0.5).lambda()).isEqualTo(1);
        assertThat(new SubGaussianIps(1).label()).isEqualTo("sub-Gaussian λ=1");
    }

    @Test
    void limitsOfZeroAreRefused() {
        List<Runnable> creations = List.of(
                () -> new ClippedIps(0),
                () -> new SwitchDr(0),
                () -> SubGaussianIps.within(0),
                () -> OptimisticShrinkageDr.within(0));
        assertThat(creations)
                .allSatisfy(each -> assertThatIllegalArgumentException()
                        .isThrownBy(each::run)
                        .withMessage("limit = 0.0, must be finite and > 0"));
    }

    @Test
    void actionsAndResamplesOutOfRangeAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> support(decisions(1, 2, 1), 2, uniform(2)))
                .withMessage("action = 2, must be in [0, 1]");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> support(List.of(), 2, uniform(2)))
                .withMessage("log = no decisions, must be at least one");
        Evaluation evaluation = Evaluation.of(decisions(4, 0, 1), 1, uniform(1), Seed.of(1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> evaluation.estimates(List.of(new Ips()), 0))
                .withMessage("resamples = 0, must be >= 1");
        assertThat(evaluation.loggedMean()).isEqualTo(1);
    }
}
