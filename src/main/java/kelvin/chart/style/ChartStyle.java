package kelvin.chart.style;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Optional;
import java.util.OptionalDouble;
import kelvin.contract.Stability;

/**
 * The style of a chart: how large it is and how large its text.
 *
 * @param width the width in points, of which an inch has 72
 * @param height the height in points; empty for what the chart needs
 * @param fontSize the size of tick labels in points; other text keeps its proportion to them
 * @param title the title in place of the question; empty text for none
 * @param caption the caption in place of the chart's own; empty text for none
 * @param legend the place of the names of lines; empty for where there is room
 * @param numbers the style of numbers on axes
 */
@Stability(MAY_CHANGE)
public record ChartStyle(
        double width,
        OptionalDouble height,
        double fontSize,
        Optional<String> title,
        Optional<String> caption,
        Optional<LegendPlace> legend,
        NumberStyle numbers) {
    /** The style of charts on a screen: 800 pixels of 1/96 inch. */
    public static final ChartStyle DEFAULT = new ChartStyle(
            600, OptionalDouble.empty(), 9.375, Optional.empty(), Optional.empty(), Optional.empty(), NumberStyle.EN);
}
