/**
 * Comparisons of results folders: learners of several experiments on one problem, matched, tested and overlaid.
 *
 * <p>Start with {@link kelvin.comparison.FolderComparison}, which reads the folders and refuses what cannot be compared. The tests
 * are in {@link kelvin.metric.RunDifference}, their words in {@code kelvin.report}.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.comparison;

import org.jspecify.annotations.NullMarked;
