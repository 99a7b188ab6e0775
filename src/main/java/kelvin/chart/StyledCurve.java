package kelvin.chart;

import kelvin.chart.layout.ChartTheme;

/**
 * A curve with its label, colour and dashes.
 *
 * @param curve what is drawn
 * @param look the learner whose colour and dashes it has, or {@link ChartTheme#REFERENCE}
 */
record StyledCurve(Curve curve, int look) {}
