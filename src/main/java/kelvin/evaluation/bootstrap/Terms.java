package kelvin.evaluation.bootstrap;

import static kelvin.contract.Stability.Level.INTERNAL;

import kelvin.contract.Stability;

/**
 * The terms of one kind of some decisions, each an affine function of the predictions of a reward model.
 *
 * @param value the terms
 * @param byPredicted their derivatives by the prediction for the action that was taken
 * @param byExpected their derivatives by the prediction for the target
 */
@Stability(INTERNAL)
public record Terms(double[] value, double[] byPredicted, double[] byExpected) {
    /**
     * Makes room for terms.
     *
     * @param size for how many decisions
     */
    public Terms(int size) {
        this(new double[size], new double[size], new double[size]);
    }

    /**
     * The terms of an estimator, a ratio of two sums and a mean, and those of the bounds of its bias.
     *
     * @param mean true if all denominators are 1
     * @param model which of the fits of the reward model makes the predictions, from 0
     * @param numerator of the ratio
     * @param denominator of the ratio, without derivatives
     * @param offset of the mean
     * @param low of the lower bound of the bias
     * @param high of the upper bound of the bias
     */
    public record OfEstimator(
            boolean mean, int model, Terms numerator, double[] denominator, Terms offset, Terms low, Terms high) {}
}
