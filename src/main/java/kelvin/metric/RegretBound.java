package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * A bound of regret, drawn as a line beside the learners.
 *
 * <p>The arrays are shared, not copied: read them only.
 *
 * @param name what it is, as a legend says it
 * @param steps the steps, increasing
 * @param regret the line at each of them, in reward units
 */
@Stability(MAY_CHANGE)
public record RegretBound(String name, long[] steps, double[] regret) {}
