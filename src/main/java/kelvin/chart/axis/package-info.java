/**
 * The axes of charts: steps, swept parameters, and the bins that smooth what lies on them.
 *
 * <p>Start with {@link kelvin.chart.axis.StepAxis}.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.chart.axis;

import org.jspecify.annotations.NullMarked;
