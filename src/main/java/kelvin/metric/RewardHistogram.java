package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * The histogram of the rewards of one arm, from draws in the problem of the first repetition.
 *
 * <p>The arrays are shared, not copied: read them only.
 *
 * @param arm the arm
 * @param rank its rank by true mean, from 0
 * @param low where each bin begins, increasing; the same bins for all arms
 * @param high where it ends; the same as {@code low} where a bin is a single value. What lies beyond the bins is counted in the first
 *     and the last
 * @param frequency the share of draws in each bin
 */
@Stability(MAY_CHANGE)
public record RewardHistogram(int arm, int rank, double[] low, double[] high, double[] frequency) {}
