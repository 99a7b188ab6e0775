/**
 * Adversarial bandit learners: exponential weights and their kin, which assume nothing about how rewards come about.
 *
 * <p>Start with {@link kelvin.learner.adversarial.Exp3}. {@link kelvin.learner.adversarial.ImportanceWeighted} plays any rule that turns estimated rewards into
 * probabilities, and weighs each reward by the inverse of its probability.
 *
 * <p>Stability: stable. What is public changes incompatibly with a new major version only.
 */
@NullMarked
package kelvin.learner.adversarial;

import org.jspecify.annotations.NullMarked;
