/**
 * Testbeds in which several arms are shown at a step: semi-bandit feedback, sets of right answers, and click models.
 *
 * <p>Start with {@link kelvin.bandit.slate.SemiBandit}; {@link kelvin.bandit.slate.SlateBandit} is what a learner meets.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.bandit.slate;

import org.jspecify.annotations.NullMarked;
