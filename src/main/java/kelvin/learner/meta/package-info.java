/**
 * Learners made of learners: Corral and the doubling trick.
 *
 * <p>Start with {@link kelvin.learner.meta.DoublingTrick}.
 *
 * <p>Stability: stable. What is public changes incompatibly with a new major version only.
 */
@NullMarked
package kelvin.learner.meta;

import org.jspecify.annotations.NullMarked;
