/**
 * Inverse gap weighting: policies whose probabilities fall with the inverse of the gap to the best value.
 *
 * <p>Start with {@link kelvin.policy.gap.InverseGap}, the rule of SquareCB; {@link kelvin.policy.gap.NormalisedInverseGap} treats
 * the best action like the others, and {@link kelvin.policy.gap.ReweightedInverseGap}, the rule of FastCB, is for values in [0, 1]
 * and sharper where the best is close to 1. Their sharpness γ usually grows with the number of decisions ({@link
 * kelvin.schedule.SqrtPlays}).
 *
 * <p>Stability: stable. What is public changes incompatibly with a new major version only.
 */
@NullMarked
package kelvin.policy.gap;

import org.jspecify.annotations.NullMarked;
