/**
 * Votes: action probabilities from what each member of an ensemble would choose.
 *
 * <p>{@link kelvin.policy.vote.VoteShares} turns the values of several members into shares, as bagging does; {@link
 * kelvin.policy.vote.CoverCosts} are the costs that online cover teaches its members, so that they come to disagree. A least
 * probability for each action is a {@link kelvin.policy.Floor}.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.policy.vote;

import org.jspecify.annotations.NullMarked;
