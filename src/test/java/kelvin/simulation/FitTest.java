package kelvin.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kelvin.bandit.Alternating;
import kelvin.bandit.Bernoulli;
import kelvin.bandit.Constant;
import kelvin.bandit.Delayed;
import kelvin.bandit.FixedTestbed;
import kelvin.bandit.Gaussian;
import kelvin.bandit.SemiBandit;
import kelvin.bandit.Shifts;
import kelvin.bandit.Testbed;
import kelvin.contract.Rewards;
import kelvin.learner.Baseline;
import kelvin.learner.BernoulliLogistic;
import kelvin.learner.CombUcb1;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.Problem;
import kelvin.learner.Ucb1;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class FitTest {
    private static final Testbed COIN = new FixedTestbed(List.of(new Bernoulli(0.5)));
    private static final Testbed BELL = new FixedTestbed(List.of(new Gaussian(0, 1)));

    /** Somebody's learner that needs this and that. */
    private record Needy(Rewards rewards, boolean fullInformation, boolean closableArms) implements LearnerSpec {
        @Override
        public Learner create(Problem problem, UniformRandomProvider random) {
            throw new UnsupportedOperationException();
        }
    }

    @Test
    void aLearnerMayNeedLessThanTheWorldGives() {
        assertThat(Fit.obstacle(new Ucb1(), new Shifts(COIN, 1, 1))).isEmpty();
        assertThat(Fit.obstacle(new Needy(Rewards.UNIT_INTERVAL, true, false), new Alternating()))
                .isEmpty();
    }

    @Test
    void rewardsOutsideTheRangeAreAnObstacle() {
        assertThat(Fit.obstacle(new Needy(Rewards.UNIT_INTERVAL, false, false), BELL))
                .contains("needs rewards in [0, 1], the testbed gives finite rewards");
        assertThat(Fit.obstacle(new Needy(Rewards.BINARY, false, false), COIN)).isEmpty();
    }

    @Test
    void lateRewardsCannotBeFullInformation() {
        Testbed late = new Delayed(COIN, new Constant(1), 0);
        assertThat(Fit.obstacle(new Needy(Rewards.REAL, true, false), late))
                .contains("needs the rewards of all arms at every step, the testbed gives that of the pulled arm");
    }

    @Test
    void severalObstaclesAreAllTold() {
        assertThat(Fit.obstacle(new Needy(Rewards.BINARY, false, false), new Shifts(BELL, 1, 1)))
                .contains("needs rewards of 0 or 1, the testbed gives finite rewards; "
                        + "needs all arms at every step, in the testbed arms come and go");
    }

    @Test
    void slatesHaveToHaveASizeTheWorldTakes() {
        Testbed pair = new FixedTestbed(List.of(new Bernoulli(0.5), new Bernoulli(0.6)));
        assertThat(Fit.obstacle(new CombUcb1(2, 1.5), pair))
                .contains("answers with 2 actions, the testbed takes 1 action");
        assertThat(Fit.obstacle(new CombUcb1(1, 1.5), pair)).isEmpty();
        assertThat(Fit.obstacle(new CombUcb1(1, 1.5), new SemiBandit(pair, 2, 2, 0)))
                .contains("answers with 1 action, the testbed takes 2 actions");
        assertThat(Fit.obstacle(new BernoulliLogistic(1, Baseline.NONE), new SemiBandit(pair, 0, 2, 0)))
                .isEmpty();
    }

    @Test
    void aLearnerOfOneActionPlaysSlatesOfOne() {
        assertThat(Fit.obstacle(new Ucb1(), new SemiBandit(COIN, 0, 1, 0.5))).isEmpty();
        assertThat(Fit.obstacle(new Needy(Rewards.UNIT_INTERVAL, false, false), new SemiBandit(COIN, 0, 1, 0.5)))
                .contains("needs rewards in [0, 1], the testbed gives finite rewards");
    }
}
