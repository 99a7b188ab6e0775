package kelvin.agent;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Default;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.policy.PolicySchedule;
import kelvin.schedule.Schedule;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Expected Sarsa: on-policy temporal-difference control with the exact expectation over the next action.
 *
 * <pre>
 *   q(s, a) ← q(s, a) + α·(r + γ·Σ π(a′|s′)·q(s′, a′) − q(s, a))
 * </pre>
 *
 * <p>The same on average as {@link Sarsa}, without the noise of the draw: where the world itself is not random, α may be 1. Under
 * {@link kelvin.policy.Greedy} it is {@link QLearning}.
 *
 * @see <a href="http://incompleteideas.net/book/the-book-2nd.html">Sutton and Barto (2018), section 6.6</a>
 * @param policy the rule from the values in a state to probabilities; its step counts episodes
 * @param stepSize α, by how often the value has been updated
 * @param discount γ, in [0, 1]
 * @param initialValue where every value starts, in units of the return; finite
 */
@Summary("learns action values of the policy it follows, by its exact probabilities")
@Stability(MAY_CHANGE)
public record ExpectedSarsa(
        PolicySchedule policy,
        Schedule stepSize,
        @Default("1") double discount,
        @Default("0") double initialValue) implements TemporalDifferenceSpec {
    public ExpectedSarsa {
        TemporalDifferenceSpec.check(discount, initialValue);
    }

    @Override
    public Agent create(Task task, UniformRandomProvider random) {
        return new TemporalDifference(
                task, this, false, (values, now, state, next) -> values.expected(now, state), random);
    }
}
