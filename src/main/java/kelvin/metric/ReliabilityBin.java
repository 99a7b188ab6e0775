package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * The reliability of a learner's predictions in one bin of them: what it predicted beside what the arms are truly expected to pay, over
 * all arms, traced steps and repetitions.
 *
 * @param learner the learner's label
 * @param low where the bin begins; −∞ for the first, which counts all predictions below its end
 * @param high where it ends; ∞ for the last, which counts all predictions above its beginning
 * @param predicted the mean of the predictions in the bin
 * @param actual the mean of the true expected rewards of the same arms
 * @param share the share of all predictions that are in the bin, above 0
 */
@Stability(MAY_CHANGE)
public record ReliabilityBin(String learner, double low, double high, double predicted, double actual, double share) {}
