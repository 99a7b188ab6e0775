package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;
import org.jspecify.annotations.Nullable;

/**
 * An estimator of a target's mean reward from a log: the sum of a number of each decision over the sum of another.
 *
 * <pre>
 *   Σ numerator / Σ denominator
 * </pre>
 *
 * <p>Besides its formula an estimator states the facts from which its intervals follow: how biased it can be, within which bounds
 * its numbers lie, and whether they come from the reward model.
 */
@Stability(MAY_CHANGE)
public interface Estimator {
    /**
     * The estimator's name in tables.
     *
     * @return a short name
     */
    String label();

    /**
     * A decision's part of the numerator.
     *
     * @param decision the decision
     * @return in reward units
     */
    double numerator(WeightedDecision decision);

    /**
     * A decision's part of the denominator; 1 makes the estimate a mean.
     *
     * @param decision the decision
     * @return at least 0
     */
    default double denominator(WeightedDecision decision) {
        return 1;
    }

    /**
     * Bounds of a decision's part of the bias: the expected estimate less the truth lies within the mean of these bounds over the
     * log. 0 to 0 unless overridden.
     *
     * @param decision the decision
     * @param rewards the range of rewards
     * @return in reward units
     */
    default Interval bias(WeightedDecision decision, Interval rewards) {
        return Interval.ZERO;
    }

    /**
     * The reason why the bias has no known bound on a log, after which no interval is given.
     *
     * @param support what is known of the log and the target
     * @return the end of a sentence that begins with "… is biased:"; null if {@link #bias} bounds it
     */
    default @Nullable String objection(Support support) {
        return null;
    }

    /**
     * Bounds of {@code numerator / denominator} of one decision, also after its {@link #bias} is taken off, where those of
     * different decisions are independent once the reward model is given; what an interval for every sample size needs.
     *
     * @param rewards the range of rewards
     * @param largest the largest weight
     * @return the bounds; null where there are none
     */
    default @Nullable Interval bounds(Interval rewards, double largest) {
        return null;
    }

    /**
     * Says whether the estimator uses the reward model, which is then fitted anew in each resample of the bootstrap.
     *
     * @return true if {@link WeightedDecision#predicted} or {@link WeightedDecision#expected} has an influence
     */
    default boolean modelled() {
        return false;
    }
}
