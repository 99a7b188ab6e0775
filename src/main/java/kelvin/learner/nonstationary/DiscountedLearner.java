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
import kelvin.learner.ValueLearner;
import kelvin.policy.PolicySchedule;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Estimates the value of each action from rewards that weigh less the older they are, and chooses by a policy. For worlds that change.
 *
 * <pre>
 *   q[a] = Σ γ^(t − s)·r(s) / Σ γ^(t − s),   over the steps s at which a was chosen
 * </pre>
 *
 * <p>Unlike the recency-weighted average of {@link ValueLearner}, age is counted in decisions of any action, and the first reward
 * replaces the initial value. A reward that comes late has the weight of its decision. Cost per step: the policy's, plus one power.
 *
 * @see <a href="https://arxiv.org/abs/0805.3415">Garivier and Moulines (2011), On upper-confidence bound policies for switching bandit
 *     problems, whose averages these are</a>
 * @param policy the rule from values to probabilities, constant or annealed
 * @param discount γ, in (0, 1]
 * @param initialValue the value of an action of which nothing is remembered, in reward units; finite
 */
@Summary("averages rewards that weigh less the older they are and chooses by a policy, for worlds that change")
@Stability(STABLE)
public record DiscountedLearner(
        PolicySchedule policy,
        double discount,
        @Default("0") double initialValue) implements LearnerSpec {
    public DiscountedLearner {
        Require.that(discount > 0 && discount <= 1, "discount", discount, "in (0, 1]");
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
        DiscountedSums sums = new DiscountedSums(problem.actions(), discount);
        ForgettingLearner.Memory memory = new ForgettingLearner.Memory() {
            @Override
            public void learn(long step, int action, double reward) {
                sums.add(step, action, reward);
            }

            @Override
            public void state(StateFields fields) {
                sums.state(fields);
            }

            @Override
            public double value(int action) {
                return sums.weight(action) == 0 ? initialValue : sums.sum(action) / sums.weight(action);
            }
        };
        return new ForgettingLearner(policy, memory, problem.actions(), random);
    }
}
