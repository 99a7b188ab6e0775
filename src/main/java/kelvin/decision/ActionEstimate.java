package kelvin.decision;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
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

    /**
     * Returns the estimates of open actions from the sums and counts of their rewards: the sample averages, 0 where there is none.
     *
     * @param sums the sum of the rewards of each action, in reward units; finite
     * @param counts how many rewards that is; at least 0
     * @return an estimate for each action
     */
    public static List<ActionEstimate> ofRewards(double[] sums, long[] counts) {
        return IntStream.range(0, sums.length)
                .mapToObj(i -> new ActionEstimate(counts[i] == 0 ? 0 : sums[i] / counts[i], sums[i], counts[i], true))
                .toList();
    }

    /**
     * Returns the same value with the weight of at most so many rewards, which lets new rewards outweigh old ones sooner.
     *
     * @param most the largest count; at least 0
     * @return this estimate if its count is no larger
     */
    public ActionEstimate atMost(long most) {
        Require.atLeast("most", 0, most);
        return count <= most ? this : new ActionEstimate(value, value * most, most, open);
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

    /** Returns the open arms. */
    static BitSet open(List<ActionEstimate> arms) {
        BitSet open = new BitSet();
        for (int i = 0; i < arms.size(); i++) {
            open.set(i, arms.get(i).open);
        }
        return open;
    }

    /** Returns arms as a warm start makes them: estimates seen elsewhere, or else the present or the first one of each arm. */
    static List<ActionEstimate> warm(List<ActionEstimate> arms, List<ActionEstimate> seen, double initialValue) {
        return IntStream.range(0, Math.max(arms.size(), seen.size()))
                .mapToObj(action -> {
                    ActionEstimate present = action < arms.size() ? arms.get(action) : prior(initialValue, 0);
                    return action < seen.size() && seen.get(action).count > 0
                            ? seen.get(action).withOpen(present.open)
                            : present;
                })
                .toList();
    }
}
