/**
 * Off-policy evaluation: the mean reward that another policy would have earned on decisions logged with their
 * propensities; and learning from such decisions.
 *
 * <p>Start with {@link kelvin.evaluation.Evaluation}: it takes a list of {@link kelvin.evaluation.LoggedDecision}s and a
 * {@link kelvin.evaluation.Target}, and gives an {@link kelvin.evaluation.Estimate} for each
 * {@link kelvin.evaluation.Estimator}, the effective sample size, and warnings where the log does not support an answer. A new
 * estimator is one record that implements {@code Estimator}; which intervals it has follows from what it states of itself. {@link
 * kelvin.evaluation.LogRegression} learns from such a log. Imports {@code model}, {@code policy}, {@code numeric}, {@code random} and
 * {@code contract}.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.evaluation;

import org.jspecify.annotations.NullMarked;
