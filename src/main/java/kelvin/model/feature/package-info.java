/**
 * Feature maps: named values, as tables and Java maps have them, to the numbers of a context.
 *
 * <p>Start with {@link kelvin.model.feature.FeatureMap}, a list of {@link kelvin.model.feature.FeaturePart}s as a file names them, and
 * {@link kelvin.model.feature.FeatureEncoder}, which writes the numbers of one {@link kelvin.model.feature.Observation}. A new part is
 * one record in this package that implements {@code FeaturePart} and carries a {@link kelvin.contract.Summary}.
 *
 * <p>Imports {@code contract}, {@code numeric}, {@code random} and {@code model}.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.model.feature;

import org.jspecify.annotations.NullMarked;
