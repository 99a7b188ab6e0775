/**
 * Policy-gradient learners: they learn preferences instead of values.
 *
 * <p>Start with {@link kelvin.learner.gradient.GradientBandit}; {@link kelvin.learner.gradient.BernoulliLogistic} is its counterpart for several answers.
 *
 * <p>Stability: stable. What is public changes incompatibly with a new major version only.
 */
@NullMarked
package kelvin.learner.gradient;

import org.jspecify.annotations.NullMarked;
