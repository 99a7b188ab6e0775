/**
 * Policies that choose a set of actions: independent gates, exactly m, or m in order.
 *
 * <p>Start with {@link kelvin.policy.subset.SubsetPolicy} and {@link kelvin.policy.subset.IndependentGates}. {@link kelvin.policy.subset.SubsetSelector} holds values and draws sets
 * step by step.
 *
 * <p>Stability: stable. What is public changes incompatibly with a new major version only.
 */
@NullMarked
package kelvin.policy.subset;

import org.jspecify.annotations.NullMarked;
