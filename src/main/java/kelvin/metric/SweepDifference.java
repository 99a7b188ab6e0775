package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * A difference between learners of two experiments at a point of their sweeps.
 *
 * @param point the learner's result there
 * @param difference its difference from the baseline's at the same point
 */
@Stability(MAY_CHANGE)
public record SweepDifference(SweepPoint point, RunDifference difference) {}
