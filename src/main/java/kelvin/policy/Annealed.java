package kelvin.policy;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.schedule.Schedule;

/**
 * A policy one of whose numbers follows a schedule; several numbers are scheduled by nesting.
 *
 * <pre>{@code
 * Policy later = new Annealed(new Softmax(1), "temperature", new InverseSqrt(1)).at(4); // Softmax[temperature=0.5]
 * }</pre>
 *
 * <p>Policy, parameter and schedule stay visible, so that an engine can see what changes and what does not.
 *
 * @param policy the policy whose number is replaced; its own value of that number is not used
 * @param parameter the name of the number, a record component of the policy
 * @param schedule the number at each step
 */
@Summary("a policy one of whose numbers follows a schedule; in YAML, write the schedule where the number stands")
@Stability(STABLE)
public record Annealed(PolicySchedule policy, String parameter, Schedule schedule) implements PolicySchedule {
    /** Creates a schedule; tries the first step, so that a wrong parameter or a wrong start is found at once. */
    public Annealed {
        policy.at(1).with(parameter, schedule.at(1));
    }

    @Override
    public Policy at(long step) {
        return policy.at(step).with(parameter, schedule.at(step));
    }
}
