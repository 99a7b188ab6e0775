/**
 * The layout that all figures share: theme, frame, panels, legends, text, and the image file.
 *
 * <p>Start with {@link kelvin.chart.layout.Figure} and {@link kelvin.chart.layout.ChartTheme}.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.chart.layout;

import org.jspecify.annotations.NullMarked;
