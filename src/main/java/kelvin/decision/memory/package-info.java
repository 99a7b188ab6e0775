/**
 * The memory of the latest decisions: rows of numbers with a hash index over their ids, which garbage collectors need not follow.
 *
 * <p>Start with {@link kelvin.decision.memory.IndexedRing}, and {@link kelvin.decision.memory.DecisionKey}, which hashes ids;
 * {@link kelvin.decision.memory.RewardRule} joins the rewards of one decision, {@link kelvin.decision.memory.ItemRewards} keeps those of
 * several items that one shows. It knows nothing of decisions: {@code kelvin.decision} tells what the numbers
 * are.
 *
 * <p>Imports {@code contract} and {@code random}.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.decision.memory;

import org.jspecify.annotations.NullMarked;
