package kelvin.experiment;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.policy.Policy;
import kelvin.policy.PolicySchedule;
import kelvin.schedule.Schedule;
import kelvin.yaml.RecordCopy;

/**
 * A policy one of whose numbers follows a schedule, as {@link kelvin.policy.Annealed} is, for policies that do not override
 * {@link Policy#with}: each step copies the record by its canonical constructor, which checks the number as it always does.
 *
 * @param policy the policy whose number is replaced, a record; its own value of that number is not used
 * @param parameter the name of the number, after those of the components that hold it, separated by dots
 * @param schedule the number at each step
 */
@Summary(
        "a policy of one's own one of whose numbers follows a schedule; in YAML, write the schedule where the number stands")
@Stability(MAY_CHANGE)
public record AnnealedRecord(PolicySchedule policy, String parameter, Schedule schedule) implements PolicySchedule {
    /** Creates a schedule; tries the first step, so that a wrong parameter or a wrong start is found at once. */
    public AnnealedRecord {
        copy(policy, parameter, schedule, 1);
    }

    @Override
    public Policy at(long step) {
        return copy(policy, parameter, schedule, step);
    }

    private static Policy copy(PolicySchedule policy, String parameter, Schedule schedule, long step) {
        return RecordCopy.with(Policy.class, policy.at(step), parameter, schedule.at(step));
    }
}
