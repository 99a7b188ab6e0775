/**
 * Learners: they estimate from rewards and choose arms, by policies, indices or preferences.
 *
 * <p>Start with {@link kelvin.learner.LearnerSpec}, the immutable description named in YAML, and
 * {@link kelvin.learner.Learner}, the mutable player of one run that it creates. A new learner is one record in this
 * package that implements {@code LearnerSpec} and carries a {@link kelvin.contract.Summary}. Learners that answer with several
 * actions are {@link kelvin.learner.slate.SlateSpec}s, and their players {@link kelvin.learner.slate.SlateLearner}s.
 *
 * <p>Imports {@code model}, {@code policy}, {@code schedule}, {@code random}, {@code numeric} and {@code contract}; never {@code bandit}: a learner cannot peek at the
 * true means.
 *
 * <p>Stability: stable. What is public changes incompatibly with a new major version only.
 */
@NullMarked
package kelvin.learner;

import org.jspecify.annotations.NullMarked;
