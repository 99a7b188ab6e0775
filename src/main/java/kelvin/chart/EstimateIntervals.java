package kelvin.chart;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.contract.Stability;

/**
 * Data of a chart of estimates: a dot each, with a thick line for the likely interval and a thin one for the guaranteed
 * interval.
 *
 * @param title the heading
 * @param caption what a reader has to know, below
 * @param xTitle what the horizontal axis says
 * @param reference a number that all are seen against, drawn as an upright line
 * @param rows the estimates, from the top
 */
@Stability(MAY_CHANGE)
public record EstimateIntervals(String title, String caption, String xTitle, double reference, List<Row> rows) {
    /**
     * One estimate.
     *
     * @param label its name
     * @param value the estimate; {@code NaN} if there is none
     * @param low where the thick line begins
     * @param high where it ends
     * @param least where the thin line begins; {@code NaN} without one
     * @param most where it ends
     */
    public record Row(String label, double value, double low, double high, double least, double most) {}
}
