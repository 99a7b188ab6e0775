/**
 * Dense neural networks as models of action values and as scorers.
 *
 * <p>Start with {@link kelvin.model.network.Network}, a {@link kelvin.model.ModelSpec} as a file names it, or
 * {@link kelvin.model.network.NetworkScorer}, the same network for learners that follow gradients of their own. Both create a
 * {@link kelvin.model.network.NeuralNetwork}, whose layers and gradients can be read.
 *
 * <p>Imports {@code contract}, {@code numeric}, {@code random} and {@code model}.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.model.network;

import org.jspecify.annotations.NullMarked;
