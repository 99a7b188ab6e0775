package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * The shares of the arms in a learner's choices: fractions of the steps since the previous reported one, averaged over
 * repetitions. They add up to 1, or, where several arms are shown at a step, to how many that were on average.
 *
 * <p>The arrays are shared, not copied: read them only.
 *
 * @param learner the learner's label
 * @param steps the reported steps, increasing
 * @param arms the arm that holds each rank, from 0; empty when the means vary by repetition and only rank has meaning
 * @param frequency {@code frequency[point][rank]}, rank 0 being the arm with the largest true mean; in data files ranks
 *     count from 1
 */
@Stability(MAY_CHANGE)
public record SelectionShares(String learner, long[] steps, int[] arms, double[][] frequency) {}
