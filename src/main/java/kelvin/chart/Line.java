package kelvin.chart;

/**
 * A curve and how it looks.
 *
 * @param curve what is drawn
 * @param look the learner whose colour and dashes it has, or {@link House#REFERENCE}
 */
record Line(Curve curve, int look) {}
