package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kelvin.bandit.Testbed;
import kelvin.bandit.arm.Bernoulli;
import kelvin.bandit.arm.Constant;
import kelvin.bandit.arm.Exponential;
import kelvin.bandit.arm.Gaussian;
import kelvin.bandit.arm.Poisson;
import kelvin.bandit.contextual.LogisticContexts;
import kelvin.bandit.contextual.Wheel;
import kelvin.bandit.slate.SemiBandit;
import kelvin.bandit.testbed.Alternating;
import kelvin.bandit.testbed.Delayed;
import kelvin.bandit.testbed.FixedTestbed;
import kelvin.bandit.testbed.Scaled;
import kelvin.bandit.testbed.Shifts;
import kelvin.bandit.testbed.Switching;
import kelvin.contract.Rewards;
import kelvin.learner.BanditTask;
import kelvin.learner.BoltzmannGumbel;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.RewardFamily;
import kelvin.learner.SoftMix;
import kelvin.learner.contextual.ContextualLearner;
import kelvin.learner.gradient.Baseline;
import kelvin.learner.gradient.BernoulliLogistic;
import kelvin.learner.identification.LilUcb;
import kelvin.learner.identification.Lucb;
import kelvin.learner.identification.SuccessiveElimination;
import kelvin.learner.index.KlUcb;
import kelvin.learner.index.Ucb1;
import kelvin.learner.meta.DoublingTrick;
import kelvin.learner.slate.CombUcb1;
import kelvin.model.Layout;
import kelvin.model.Ridge;
import kelvin.policy.Greedy;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class CompatibilityTest {
    private static final Testbed COIN = new FixedTestbed(List.of(new Bernoulli(0.5)));
    private static final Testbed BELL = new FixedTestbed(List.of(new Gaussian(0, 1)));

    /** Somebody's learner that needs this and that. */
    private record Needy(Rewards rewards, boolean fullInformation, boolean closableArms) implements LearnerSpec {
        @Override
        public Learner create(BanditTask problem, UniformRandomProvider random) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void aLearnerMayNeedLessThanTheWorldGives() {
        assertThat(Compatibility.obstacle(new Ucb1(), new Shifts(COIN, 1, 1))).isEmpty();
        assertThat(Compatibility.obstacle(new Needy(Rewards.UNIT_INTERVAL, true, false), new Alternating()))
                .isEmpty();
    }

    @Test
    void rewardsOutsideTheRangeAreAnObstacle() {
        assertThat(Compatibility.obstacle(new Needy(Rewards.UNIT_INTERVAL, false, false), BELL))
                .contains("needs rewards in [0, 1], arm 0, Gaussian[mean=0.0, stdDev=1.0], gives finite rewards");
        assertThat(Compatibility.obstacle(new Needy(Rewards.BINARY, false, false), COIN))
                .isEmpty();
    }

    @Test
    void theArmThatPaysOtherRewardsIsNamedAlsoInsideOfOtherTestbeds() {
        Testbed mixed = new FixedTestbed(List.of(new Bernoulli(0.5), new Poisson(3)));
        Needy needy = new Needy(Rewards.UNIT_INTERVAL, false, false);
        String named = "needs rewards in [0, 1], arm 1, Poisson[mean=3.0], gives rewards that are counts";
        assertThat(Compatibility.obstacle(needy, mixed)).contains(named);
        assertThat(Compatibility.obstacle(needy, new Delayed(mixed, new Constant(2), 0)))
                .contains(named);
        assertThat(Compatibility.obstacle(
                        needy,
                        new Switching(
                                List.of(new FixedTestbed(List.of(new Bernoulli(0.5), new Bernoulli(0.5))), mixed),
                                List.of(5L))))
                .contains(named);
        assertThat(Compatibility.obstacle(needy, new Scaled(mixed, 2)))
                .contains("needs rewards in [0, 1], the testbed gives rewards of at least 0");
    }

    /** With rewardStdDev left at 1/2, every second of these learners named a wrong arm. */
    @Test
    void aConfidenceThatIsVoidIsAnObstacle() {
        for (LearnerSpec spec :
                List.of(new Lucb(0.05, 0, 0.5), new SuccessiveElimination(0.05, 0.5), new LilUcb(0.05, 0.5, 1, 0.01))) {
            assertThat(Compatibility.obstacle(spec, BELL))
                    .contains(
                            "needs sub-Gaussian rewards with σ up to 0.5 (rewardStdDev) for its error probability, the testbed gives finite"
                                    + " rewards with σ = 1.0");
            assertThat(Compatibility.obstacle(spec, new Scaled(COIN, 1.5))).isPresent();
            assertThat(Compatibility.obstacle(spec, new FixedTestbed(List.of(new Exponential(1)))))
                    .hasValueSatisfying(
                            text -> assertThat(text).endsWith("gives rewards of at least 0 with no known σ"));
            assertThat(Compatibility.obstacle(spec, COIN)).isEmpty();
        }
        assertThat(Compatibility.obstacle(new Lucb(0.05, 0, 1), BELL)).isEmpty();
        assertThat(Compatibility.obstacle(new DoublingTrick(new Lucb(0.05, 0, 0.5), 1), BELL))
                .isPresent();
    }

    @Test
    void aBoundThatIsNotProvenIsAReservation() {
        assertThat(Compatibility.obstacle(new Ucb1(), BELL)).isEmpty();
        assertThat(Compatibility.reservation(new Ucb1(), BELL))
                .contains(
                        "its bound is proven for sub-Gaussian rewards with σ up to 0.5, the testbed gives finite rewards with"
                                + " σ = 1.0");
        assertThat(Compatibility.reservation(new SoftMix(1), BELL))
                .contains("its bound is proven for rewards in [0, 1], the testbed gives finite rewards with σ = 1.0");
        assertThat(Compatibility.reservation(new Ucb1(), COIN)).isEmpty();
        assertThat(Compatibility.reservation(new KlUcb(RewardFamily.GAUSSIAN, 1, 0), BELL))
                .isEmpty();
        assertThat(Compatibility.reservation(new KlUcb(RewardFamily.GAUSSIAN, 0.5, 0), BELL))
                .isPresent();
        assertThat(Compatibility.reservation(new BoltzmannGumbel(0.1), BELL)).isEmpty();
    }

    /** Rewards of 0 or 1 are such as both learners are made for; only the contexts are not. */
    @Test
    void guaranteesAboutOneBestArmDoNotHoldWhereItDependsOnWhatIsSeen() {
        Testbed seen = new LogisticContexts(2, 2, 0, Layout.DISJOINT, List.of(), 1, true);
        assertThat(Compatibility.obstacle(new Lucb(0.05, 0, 0.5), seen))
                .contains("needs one best arm for its error probability, in the testbed it depends on what is seen");
        assertThat(Compatibility.obstacle(new Ucb1(), seen)).isEmpty();
        assertThat(Compatibility.reservation(new Ucb1(), seen))
                .contains(
                        "its bound is proven for regret against one arm, here regret is against the best arm of each context");
        assertThat(Compatibility.reservation(new ContextualLearner(new Ridge(1), new Greedy()), seen))
                .isEmpty();
    }

    @Test
    void contextsAreNeededBySomeAndPassedOverByOthers() {
        LearnerSpec seeing = new ContextualLearner(new Ridge(1), new Greedy());
        assertThat(Compatibility.obstacle(seeing, COIN))
                .contains("needs a context before every decision, the testbed shows none");
        assertThat(Compatibility.obstacle(seeing, new Wheel(0.5))).isEmpty();
        assertThat(Compatibility.obstacle(new SoftMix(1), new Scaled(new Wheel(0.5), 2)))
                .isEmpty();
    }

    @Test
    void lateRewardsCannotBeFullInformation() {
        Testbed late = new Delayed(COIN, new Constant(1), 0);
        assertThat(Compatibility.obstacle(new Needy(Rewards.REAL, true, false), late))
                .contains("needs the rewards of all arms at every step, the testbed gives that of the pulled arm");
    }

    @Test
    void severalObstaclesAreAllTold() {
        assertThat(Compatibility.obstacle(new Needy(Rewards.BINARY, false, false), new Shifts(BELL, 1, 1)))
                .contains("needs rewards of 0 or 1, arm 0, Gaussian[mean=0.0, stdDev=1.0], gives finite rewards; "
                        + "needs all arms at every step, in the testbed arms come and go");
    }

    @Test
    void slatesHaveToHaveASizeTheWorldTakes() {
        Testbed pair = new FixedTestbed(List.of(new Bernoulli(0.5), new Bernoulli(0.6)));
        assertThat(Compatibility.obstacle(new CombUcb1(2, 1.5), pair))
                .contains("answers with 2 actions, the testbed takes 1 action");
        assertThat(Compatibility.obstacle(new CombUcb1(1, 1.5), pair)).isEmpty();
        assertThat(Compatibility.obstacle(new CombUcb1(1, 1.5), new SemiBandit(pair, 2, 2, 0)))
                .contains("answers with 1 action, the testbed takes 2 actions");
        assertThat(Compatibility.obstacle(new BernoulliLogistic(1, Baseline.NONE), new SemiBandit(pair, 0, 2, 0)))
                .isEmpty();
    }

    @Test
    void aLearnerOfOneActionPlaysSlatesOfOne() {
        assertThat(Compatibility.obstacle(new Ucb1(), new SemiBandit(COIN, 0, 1, 0.5)))
                .isEmpty();
        assertThat(Compatibility.obstacle(
                        new Needy(Rewards.UNIT_INTERVAL, false, false), new SemiBandit(COIN, 0, 1, 0.5)))
                .contains("needs rewards in [0, 1], the testbed gives finite rewards");
    }
}
