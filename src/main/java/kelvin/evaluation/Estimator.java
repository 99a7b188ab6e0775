package kelvin.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * A way to tell a target's mean reward from a log: the sum of a number of each decision over the sum of another.
 *
 * <pre>
 *   Σ numerator / Σ denominator
 * </pre>
 */
public interface Estimator {
    /**
     * What it is called in tables.
     *
     * @return a short name
     */
    String label();

    /**
     * What a decision adds above the line.
     *
     * @param decision the decision
     * @return in reward units
     */
    double numerator(Weighed decision);

    /**
     * What a decision adds below the line; 1 makes the estimate a mean.
     *
     * @param decision the decision
     * @return at least 0
     */
    default double denominator(Weighed decision) {
        return 1;
    }

    /**
     * Between what the numerators lie, where the estimate is a mean; what an empirical Bernstein interval needs.
     *
     * @param rewards between what the rewards lie
     * @param largest the largest weight
     * @return the bounds; null where the estimate is no mean
     */
    default @Nullable Bounds bounds(Bounds rewards, double largest) {
        return null;
    }
}
