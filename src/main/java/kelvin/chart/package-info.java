/**
 * Draws results as publication figures: a picture is a function of saved numbers, so it can be drawn again without playing.
 *
 * <p>Start with {@link kelvin.chart.Charts}, the one entry point; {@code CurveFigure} is one kind of picture, the small
 * plots of {@code SelectionFigure} and {@code ProfilePanel} are the other, and {@code layout.ChartTheme} holds every colour, stroke, font and size. XChart draws axes and areas;
 * titles, lines and line-end labels are drawn here. Imports {@code metric}, {@code report}, {@code file} and {@code contract}, and is the only user of XChart and Batik.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.chart;

import org.jspecify.annotations.NullMarked;
