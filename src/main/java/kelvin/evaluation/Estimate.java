package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;
import org.jspecify.annotations.Nullable;

/**
 * One estimator's estimate of a target's mean reward, with its confidence intervals. Where the bias is bounded the
 * intervals include it.
 *
 * @param estimator the estimator
 * @param value the estimate, in reward units; {@code NaN} where the log has nothing to say
 * @param bias the bounds of the expected estimate less the truth, if no reward lies outside the range; null if none are known, and
 *     then there is no interval
 * @param bootstrap the 95 % percentile interval of the bootstrap, with the reward model fitted anew in each resample: about right for
 *     large effective sample sizes, too narrow for small ones and for few terms; {@code NaN} to {@code NaN} where none is known
 * @param terms how many decisions make up the spread of the estimate: (Σ d²)²/Σ d⁴ of their parts d of its error, which is about the
 *     number of rewards of 1 where these are rare, and decisions/kurtosis in general; 0 without any spread
 * @param exact the 95 % interval by Clopper and Pearson, which holds for every sample size; null where the estimate is no binomial
 *     proportion
 * @param bernstein the 95 % empirical Bernstein interval within the range of rewards, which holds for every sample size if rewards and weights are within their
 *     bounds; null where the range of rewards is not known or the estimate is no mean of independent numbers
 */
@Stability(MAY_CHANGE)
public record Estimate(
        Estimator estimator,
        double value,
        @Nullable Interval bias,
        Interval bootstrap,
        double terms,
        @Nullable Interval exact,
        @Nullable Interval bernstein) {
    /**
     * Returns the narrowest interval that is valid at every sample size.
     *
     * @return {@code exact}, else {@code bernstein}, else {@code NaN} to {@code NaN}
     */
    public Interval guaranteed() {
        Interval bounds = exact == null ? bernstein : exact;
        return bounds == null ? Interval.NONE : bounds;
    }
}
