/**
 * Learners that answer with several actions at a step.
 *
 * <p>Start with {@link kelvin.learner.slate.SubsetLearner}, which plays any {@link kelvin.policy.subset.SubsetPolicy}; {@link kelvin.learner.slate.SlateSpec} and
 * {@link kelvin.learner.slate.SlateLearner} are the interfaces.
 *
 * <p>Stability: stable. What is public changes incompatibly with a new major version only.
 */
@NullMarked
package kelvin.learner.slate;

import org.jspecify.annotations.NullMarked;
