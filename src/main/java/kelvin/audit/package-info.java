/**
 * An exact test that the probabilities a policy reports are those it draws with, for any policy, a user's own included.
 *
 * <p>Start with {@link kelvin.audit.PropensityAudit}: it draws from a policy and holds the counts against what the policy
 * reports; the {@link kelvin.audit.AuditResult} says what came out in words. It stands above {@code policy} because it needs the
 * exact binomial and χ² distributions of Commons Statistics, which an agent that only chooses does not. Imports
 * {@code policy} and {@code contract}.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.audit;

import org.jspecify.annotations.NullMarked;
