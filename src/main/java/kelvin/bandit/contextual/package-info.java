/**
 * Bandits that show a context before each decision: which arm is best depends on what is seen.
 *
 * <p>Start with {@link kelvin.bandit.contextual.LinearContexts}. A new world is one record in this package that implements
 * {@link kelvin.bandit.Testbed}, says its {@link kelvin.bandit.Testbed#features} and carries a {@link kelvin.contract.Summary}; what
 * it opens writes the context and the mean of each arm once a step. Rows of tables are contexts in
 * {@link kelvin.bandit.contextual.Classification} and {@link kelvin.bandit.contextual.MultiLabel}; a log of random choices is played on
 * by {@link kelvin.bandit.contextual.ContextualReplay}.
 *
 * <p>Common random numbers: the context of a step depends on the bandit's seed and the step alone, what is random in the n-th reward of
 * an arm on the seed, the arm and n alone.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.bandit.contextual;

import org.jspecify.annotations.NullMarked;
