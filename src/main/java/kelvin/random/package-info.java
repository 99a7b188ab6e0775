/**
 * Repeatable randomness: seeds that have names instead of an order.
 *
 * <p>Start with {@link kelvin.random.Seed}: the same path gives the same stream whoever asks, in any order, on any number
 * of threads. Imports {@code contract} and Commons RNG only.
 *
 * <p>Stability: stable. What is public changes incompatibly with a new major version only.
 */
@NullMarked
package kelvin.random;

import org.jspecify.annotations.NullMarked;
