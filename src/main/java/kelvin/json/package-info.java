/**
 * JSON as trees of maps and lists; numbers keep every bit.
 *
 * <p>Start with {@link kelvin.json.Json}, which writes and reads. Imports {@code numeric} only.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.json;

import org.jspecify.annotations.NullMarked;
