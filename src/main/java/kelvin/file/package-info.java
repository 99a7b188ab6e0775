/**
 * Atomic and durable writes of files, their checksums, and I/O errors in words.
 *
 * <p>Start with {@link kelvin.file.WholeFile}, which everything that replaces a file goes through. Imports {@code contract} only.
 *
 * <p>Stability: internal. Not for use by others; may change with any version.
 */
@NullMarked
package kelvin.file;

import org.jspecify.annotations.NullMarked;
