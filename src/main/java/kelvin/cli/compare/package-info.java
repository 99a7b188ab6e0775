/**
 * {@code kelvin compare}: results folders of one problem side by side.
 *
 * <p>Start with {@link kelvin.cli.compare.CompareCommand}.
 *
 * <p>Stability: internal. The command line is the interface; the classes are not.
 */
@NullMarked
package kelvin.cli.compare;

import org.jspecify.annotations.NullMarked;
