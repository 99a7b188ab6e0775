package kelvin.exact;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * The exact expectation of a learner's regret and choices, at every step from 1 to the horizon; entry {@code t − 1} is
 * for step t.
 *
 * @param regret E[R(t)], R being the cumulative pseudo-regret up to and including the step, in reward units
 * @param spread the standard deviation of R(t) between runs, in reward units
 * @param choices for each step the probability of each arm
 */
@Stability(MAY_CHANGE)
public record Expectation(double[] regret, double[] spread, double[][] choices) {}
