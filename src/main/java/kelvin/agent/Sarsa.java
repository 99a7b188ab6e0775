package kelvin.agent;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Default;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.policy.PolicySchedule;
import kelvin.schedule.Schedule;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Sarsa: on-policy temporal-difference control, whose target is the action it takes next.
 *
 * <pre>
 *   q(s, a) ← q(s, a) + α·(r + γ·q(s′, a′) − q(s, a)),   a′ the next action, drawn before the update
 * </pre>
 *
 * @see <a href="http://incompleteideas.net/book/the-book-2nd.html">Sutton and Barto (2018), section 6.4</a>
 * @param policy the rule from the values in a state to probabilities; its step counts episodes
 * @param stepSize α, by how often the value has been updated
 * @param discount γ, in [0, 1]
 * @param initialValue where every value starts, in units of the return; finite
 */
@Summary("learns action values of the policy it follows, by the action it takes next")
@Stability(MAY_CHANGE)
public record Sarsa(
        PolicySchedule policy,
        Schedule stepSize,
        @Default("1") double discount,
        @Default("0") double initialValue) implements TemporalDifferenceSpec {
    public Sarsa {
        TemporalDifferenceSpec.check(discount, initialValue);
    }

    @Override
    public Agent create(Task task, UniformRandomProvider random) {
        return new TemporalDifference(task, this, true, (values, now, state, next) -> values.of(state, next), random);
    }
}
