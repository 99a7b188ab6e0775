/**
 * Learners for rewards that change: they discount, keep a window of recent steps, or restart when they detect a change.
 *
 * <p>Start with {@link kelvin.learner.nonstationary.DiscountedUcb} and {@link kelvin.learner.nonstationary.DiscountedLearner}. {@link kelvin.learner.nonstationary.RecentRewards} keeps the
 * window, {@link kelvin.learner.nonstationary.DiscountedSums} the discounted sums.
 *
 * <p>Stability: stable. What is public changes incompatibly with a new major version only.
 */
@NullMarked
package kelvin.learner.nonstationary;

import org.jspecify.annotations.NullMarked;
