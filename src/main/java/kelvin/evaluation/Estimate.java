package kelvin.evaluation;

import org.jspecify.annotations.Nullable;

/**
 * What one estimator says of a target's mean reward.
 *
 * @param estimator which
 * @param value the estimate, in reward units; {@code NaN} where the log has nothing to say
 * @param bootstrap the 95 % percentile interval of the bootstrap: honest for large effective sample sizes, too narrow for small
 * @param bernstein the 95 % empirical Bernstein interval, which holds for every sample size if rewards and weights are within
 *     their bounds; null where the estimate is no mean
 */
public record Estimate(
        Estimator estimator,
        double value,
        Bounds bootstrap,
        @Nullable Bounds bernstein) {}
