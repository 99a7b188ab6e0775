/**
 * The parts of {@code kelvin decisions}: summary, check, export and charts of a decision maker's folder.
 *
 * <p>Start with {@link kelvin.cli.decisions.FolderText}, {@link kelvin.cli.decisions.FolderCheck},
 * {@link kelvin.cli.decisions.LogExport} and {@link kelvin.cli.decisions.LogCharts}.
 *
 * <p>Stability: internal. The command line is the interface; the classes are not.
 */
@NullMarked
package kelvin.cli.decisions;

import org.jspecify.annotations.NullMarked;
