package kelvin.agent;

import kelvin.contract.Require;
import kelvin.policy.PolicySchedule;
import kelvin.schedule.Schedule;

/** The parameters that all learners of action values share. */
interface TemporalDifferenceSpec extends AgentSpec {
    PolicySchedule policy();

    Schedule stepSize();

    double discount();

    double initialValue();

    static void check(double discount, double initialValue) {
        Require.probability("discount", discount);
        Require.finite("initialValue", initialValue);
    }
}
