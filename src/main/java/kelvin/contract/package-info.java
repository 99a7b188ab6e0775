/**
 * Contracts of named records: their one sentence, their defaults, the ranges of their numbers, and the kinds of
 * rewards.
 *
 * <p>Start with {@link kelvin.contract.Summary} and {@link kelvin.contract.Default}, the two annotations that make a record
 * presentable in {@code kelvin list} and bindable from YAML; {@link kelvin.contract.Require} holds the range checks of the
 * compact constructors. What learners and worlds, who do not know each other, say to both: {@link kelvin.contract.Rewards},
 * {@link kelvin.contract.Slate} and {@link kelvin.contract.SlateSizes}. What is played and who plays:
 * {@link kelvin.contract.Environment} and {@link kelvin.contract.PlayerSpec}. Objects whose state can be saved and loaded are
 * {@link kelvin.contract.Resumable}. Imports nothing; everybody may import it.
 *
 * <p>Stability: stable. What is public changes incompatibly with a new major version only.
 */
@NullMarked
package kelvin.contract;

import org.jspecify.annotations.NullMarked;
