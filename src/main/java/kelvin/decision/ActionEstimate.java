package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.schedule.InverseCount;
import kelvin.schedule.Schedule;

/**
 * Estimate of one action: its value, and the number of rewards behind it.
 *
 * @param value its estimated value, in reward units; finite
 * @param sum the rewards in all, those that the prior stands for included
 * @param count how many rewards that is; at least 0
 * @param open whether it may be chosen
 */
@Stability(MAY_CHANGE)
public record ActionEstimate(double value, double sum, long count, boolean open) {
    private static final Schedule SAMPLE_AVERAGE = new InverseCount(1);

    public ActionEstimate {
        Require.finite("value", value);
        Require.finite("sum", sum);
        Require.atLeast("count", 0, count);
    }

    /** Returns an open arm whose value counts as some rewards. */
    static ActionEstimate prior(double value, long weight) {
        return new ActionEstimate(value, value * weight, weight, true);
    }

    /** Returns this arm after one more reward; a sample average is kept as sum and count, which keeps exact ties. */
    ActionEstimate learn(double reward, Schedule stepSize) {
        long n = count + 1;
        double total = sum + reward;
        double next = stepSize.equals(SAMPLE_AVERAGE) ? total / n : value + stepSize.at(n) * (reward - value);
        return new ActionEstimate(next, total, n, open);
    }

    ActionEstimate withOpen(boolean isOpen) {
        return new ActionEstimate(value, sum, count, isOpen);
    }
}
