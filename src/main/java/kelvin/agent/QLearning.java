package kelvin.agent;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Default;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.policy.PolicySchedule;
import kelvin.schedule.Schedule;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Q-learning: off-policy temporal-difference control, whose target is the best next action whatever the policy does.
 *
 * <pre>
 *   q(s, a) ← q(s, a) + α·(r + γ·max q(s′, ·) − q(s, a))
 * </pre>
 *
 * <p>The maximum of noisy estimates is too large on average; {@link DoubleQLearning} avoids that.
 *
 * @see <a href="http://incompleteideas.net/book/the-book-2nd.html">Sutton and Barto (2018), section 6.5</a>
 * @param policy the rule from the values in a state to probabilities; its step counts episodes
 * @param stepSize α, by how often the value has been updated
 * @param discount γ, in [0, 1]
 * @param initialValue where every value starts, in units of the return; finite
 */
@Summary("learns action values as if it would act greedily from the next state on")
@Stability(MAY_CHANGE)
public record QLearning(
        PolicySchedule policy,
        Schedule stepSize,
        @Default("1") double discount,
        @Default("0") double initialValue) implements TemporalDifferenceSpec {
    public QLearning {
        TemporalDifferenceSpec.check(discount, initialValue);
    }

    @Override
    public Agent create(Task task, UniformRandomProvider random) {
        return new TemporalDifference(task, this, false, (values, now, state, next) -> values.best(state), random);
    }
}
