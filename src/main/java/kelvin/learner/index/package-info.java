/**
 * Index policies: each action has a number, an upper confidence bound for instance, and the action with the largest is played.
 *
 * <p>Start with {@link kelvin.learner.index.Ucb1}. {@link kelvin.learner.index.IndexPlayer} plays any {@link kelvin.learner.index.Index}: untried actions first, ties broken at
 * random; an index learner of your own is one record that hands it an {@code Index}. {@link kelvin.learner.index.LargestBound} finds the
 * largest of indices that solve equations.
 *
 * <p>Stability: stable. What is public changes incompatibly with a new major version only.
 */
@NullMarked
package kelvin.learner.index;

import org.jspecify.annotations.NullMarked;
