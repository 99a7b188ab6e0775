package kelvin.chart.style;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * The style of a chart: how large it is and how large its text.
 *
 * @param width the width in points, of which an inch has 72
 * @param fontSize the size of tick labels in points; other text keeps its proportion to them
 */
@Stability(MAY_CHANGE)
public record ChartStyle(double width, double fontSize) {
    /** The style of charts on a screen: 800 pixels of 1/96 inch. */
    public static final ChartStyle DEFAULT = new ChartStyle(600, 9.375);
}
