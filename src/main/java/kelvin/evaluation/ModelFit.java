package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * The fit of a reward model, cross-fitted: each reward is predicted from the other half of the log.
 *
 * @param squaredError the mean squared error of its predictions, in squared reward units
 * @param squaredErrorOfMeans the same of mean rewards by action
 */
@Stability(MAY_CHANGE)
public record ModelFit(double squaredError, double squaredErrorOfMeans) {
    /**
     * Returns the share of the squared error of mean rewards that the model does away with.
     *
     * @return 1 − squaredError/squaredErrorOfMeans, at most 1, below 0 where the model is worse; {@code NaN} where means make no error
     */
    public double explained() {
        return squaredErrorOfMeans == 0 ? Double.NaN : 1 - squaredError / squaredErrorOfMeans;
    }
}
