/**
 * Numerical kernels that depend on nothing but the Java platform.
 *
 * <p>Start with {@link kelvin.numeric.ShortestDecimal}, which writes a double so that it is read back to the same bits.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.numeric;

import org.jspecify.annotations.NullMarked;
