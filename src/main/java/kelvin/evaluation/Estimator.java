package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;
import org.jspecify.annotations.Nullable;

/**
 * An off-policy estimator of a target's mean reward: a ratio of two sums over the decisions of a log, and a mean.
 *
 * <pre>
 *   Σ numerator / Σ denominator + (1/n) Σ offset
 * </pre>
 *
 * <p>Besides its formula an estimator states the facts from which its intervals follow: how biased it can be, within which bounds
 * its numbers lie, and whether they come from the reward model.
 *
 * <p>Where they do ({@link #modelled}), numerator, offset and bias are affine functions of {@link WeightedDecision#predicted} and
 * {@link WeightedDecision#expected}, and the denominator does not depend on them; the bootstrap refuses others.
 */
@Stability(MAY_CHANGE)
public interface Estimator {
    /**
     * Returns the estimator's name in tables.
     *
     * @return a short name
     */
    String label();

    /**
     * Returns a decision's term of the numerator.
     *
     * @param decision the decision
     * @return in reward units
     */
    double numerator(WeightedDecision decision);

    /**
     * Returns a decision's term of the denominator; 1 makes the estimate a mean.
     *
     * @param decision the decision
     * @return at least 0
     */
    default double denominator(WeightedDecision decision) {
        return 1;
    }

    /**
     * Returns a decision's term of the mean that is added to the ratio; 0 unless overridden, which only an estimator does that is
     * {@link #modelled}.
     *
     * @param decision the decision
     * @return in reward units
     */
    default double offset(WeightedDecision decision) {
        return 0;
    }

    /**
     * Returns bounds of a decision's term of the bias: the expected estimate minus the truth lies within the mean of
     * these bounds over the log. 0 to 0 unless overridden.
     *
     * @param decision the decision
     * @param rewards the range of rewards
     * @return in reward units
     */
    default Interval bias(WeightedDecision decision, Interval rewards) {
        return Interval.ZERO;
    }

    /**
     * Returns the reason why the bias has no known bound on a log, after which no interval is given.
     *
     * @param support what is known of the log and the target
     * @return the end of a sentence that begins with "… is biased:"; null if {@link #bias} bounds it
     */
    default @Nullable String objection(Support support) {
        return null;
    }

    /**
     * Returns bounds of {@code numerator / denominator} of one decision, also after its {@link #bias} is subtracted,
     * where the ratios of different decisions are independent given the reward model; an interval for every sample size
     * needs them.
     *
     * @param rewards the range of rewards
     * @param largest the largest weight
     * @return the bounds; null where there are none
     */
    default @Nullable Interval bounds(Interval rewards, double largest) {
        return null;
    }

    /**
     * Returns true if the estimator uses the reward model, which is then refitted in each bootstrap resample.
     *
     * @return true if {@link WeightedDecision#predicted} or {@link WeightedDecision#expected} has an influence
     */
    default boolean modelled() {
        return false;
    }

    /**
     * Returns true if the reward model is fitted with the weights π(a)²·(1 − p)/p² of {@link MoreRobustDr} instead of equal ones.
     *
     * @return false unless overridden
     */
    default boolean fittedForVariance() {
        return false;
    }
}
