/**
 * Contextual learners: a model turns what is seen into values, an outlook says how sure they are, any policy decides.
 *
 * <p>Start with {@link kelvin.learner.contextual.ContextualLearner}, which is made of the three: a {@link kelvin.model.ModelSpec}, an
 * {@link kelvin.learner.contextual.Outlook} and a {@link kelvin.policy.PolicySchedule}. A new outlook is one record that implements
 * {@code Outlook} and carries a {@link kelvin.contract.Summary}.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.learner.contextual;

import org.jspecify.annotations.NullMarked;
