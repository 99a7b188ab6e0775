/**
 * Texts that commands print: tables, units for people, decisions explained column by column.
 *
 * <p>Start with {@link kelvin.cli.text.Table} and {@link kelvin.cli.text.ExplainedDecision}.
 *
 * <p>Stability: internal. The command line is the interface; the classes are not.
 */
@NullMarked
package kelvin.cli.text;

import org.jspecify.annotations.NullMarked;
