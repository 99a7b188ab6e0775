/**
 * Parts of the console that commands share: progress, interruption, failures, the tables of a run.
 *
 * <p>Start with {@link kelvin.cli.console.ConsoleRun} and {@link kelvin.cli.console.FailureMessage}.
 *
 * <p>Stability: internal. The command line is the interface; the classes are not.
 */
@NullMarked
package kelvin.cli.console;

import org.jspecify.annotations.NullMarked;
