/**
 * Contextual learners: a model turns what is seen into values, an outlook says how sure they are, any policy decides.
 *
 * <p>Start with {@link kelvin.learner.contextual.ContextualLearner}, which is made of the three: a {@link kelvin.model.ModelSpec}, an
 * {@link kelvin.learner.contextual.Outlook} and a {@link kelvin.policy.PolicySchedule}. The usual combinations have a
 * {@link kelvin.learner.contextual.ShortName}: LinUCB, linear and logistic Thompson sampling, SquareCB, RegCB, bagging.
 * {@link kelvin.learner.contextual.ContextualGradient} learns preferences instead of values. Where all rewards are told,
 * {@link kelvin.learner.contextual.ClassPosterior} counts Gaussian classes of contexts,
 * {@link kelvin.learner.contextual.FittedClassifier} refits a classifier to its optimum, and
 * {@link kelvin.learner.contextual.SupervisedGradient} descends on its loss. For several answers at a step there are
 * {@link kelvin.learner.contextual.ContextualSubset} and {@link kelvin.learner.contextual.ContextualGates}. A new outlook is one record
 * that implements {@code Outlook} and carries a {@link kelvin.contract.Summary}; so is a new short name.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.learner.contextual;

import org.jspecify.annotations.NullMarked;
