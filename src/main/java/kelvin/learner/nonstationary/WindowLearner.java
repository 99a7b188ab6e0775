package kelvin.learner.nonstationary;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.SufficientHistory;
import kelvin.policy.PolicySchedule;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Estimates the value of each action from the latest decisions alone and chooses by a policy. For worlds that change.
 *
 * <pre>
 *   q[a] = average of the rewards of a among the last w decisions
 * </pre>
 *
 * <p>A reward that comes late counts from when it comes until its decision is w decisions old. Cost per step: the policy's, plus one
 * pass over the actions. It holds 20 bytes per decision of the window.
 *
 * @see <a href="https://arxiv.org/abs/0805.3415">Garivier and Moulines (2011), On upper-confidence bound policies for switching bandit
 *     problems, whose averages these are</a>
 * @param policy the rule from values to probabilities, constant or annealed
 * @param window w, in decisions of any action; at least 1
 * @param initialValue the value of an action of which nothing is remembered, in reward units; finite
 */
@Summary("averages the rewards of the latest decisions and chooses by a policy, for worlds that change")
@Stability(STABLE)
public record WindowLearner(
        PolicySchedule policy, int window, @Default("0") double initialValue) implements LearnerSpec {
    public WindowLearner {
        Require.atLeast("window", 1, window);
        Require.finite("initialValue", initialValue);
    }

    @Override
    public boolean closableArms() {
        return true;
    }

    @Override
    public SufficientHistory sufficientHistory() {
        return SufficientHistory.HISTORY;
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        RecentRewards latest = new RecentRewards(problem.actions(), window);
        ForgettingLearner.Memory memory = new ForgettingLearner.Memory() {
            @Override
            public void advance(long step) {
                latest.advance(step);
            }

            @Override
            public void learn(long step, int action, double reward) {
                latest.add(step, action, reward);
            }

            @Override
            public void state(StateFields fields) {
                latest.state(fields);
            }

            @Override
            public double value(int action) {
                int n = latest.count(action);
                return n == 0 ? initialValue : latest.sum(action) / n;
            }
        };
        return new ForgettingLearner(policy, memory, problem.actions(), random);
    }
}
