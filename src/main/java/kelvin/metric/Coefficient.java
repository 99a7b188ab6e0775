package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * A coefficient of a learner's linear model after the last step: of one feature, for one arm.
 *
 * @param learner the learner's label
 * @param arm the arm, from 0
 * @param feature the name of the feature
 * @param mean its mean over repetitions
 * @param standardDeviation its standard deviation over repetitions; {@code NaN} for a single one
 */
@Stability(MAY_CHANGE)
public record Coefficient(String learner, int arm, String feature, double mean, double standardDeviation) {}
