/**
 * JSON as trees of maps and lists; numbers keep every bit.
 *
 * <p>Start with {@link kelvin.json.Json}, which writes and reads; {@link kelvin.json.JsonState} saves and loads the state of an object. Imports
 * {@code contract} and {@code numeric} only.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.json;

import org.jspecify.annotations.NullMarked;
