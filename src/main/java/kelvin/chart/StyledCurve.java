package kelvin.chart;

import kelvin.chart.layout.ChartTheme;

/**
 * A curve and how it looks.
 *
 * @param curve what is drawn
 * @param look the learner whose colour and dashes it has, or {@link ChartTheme#REFERENCE}
 */
record StyledCurve(Curve curve, int look) {}
