/**
 * Best-arm identification: learners that look for the best action within a budget or to a given confidence.
 *
 * <p>Start with {@link kelvin.learner.identification.SequentialHalving} (fixed budget) and {@link kelvin.learner.identification.SuccessiveElimination} (fixed
 * confidence). Their players are {@link kelvin.learner.Recommender}s.
 *
 * <p>Stability: stable. What is public changes incompatibly with a new major version only.
 */
@NullMarked
package kelvin.learner.identification;

import org.jspecify.annotations.NullMarked;
