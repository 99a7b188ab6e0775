/**
 * Checks of an experiment before it is played: the time it takes, what it traces, what its temperatures do.
 *
 * <p>Start with {@link kelvin.cli.check.TrialRun} and {@link kelvin.cli.check.TemperatureAdvice}.
 *
 * <p>Stability: internal. The command line is the interface; the classes are not.
 */
@NullMarked
package kelvin.cli.check;

import org.jspecify.annotations.NullMarked;
