/**
 * The style of charts that a user asks for: sizes, fonts, colours and formats.
 *
 * <p>Start with {@link kelvin.chart.style.ChartStyle}. This package knows neither figures nor experiments.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.chart.style;

import org.jspecify.annotations.NullMarked;
