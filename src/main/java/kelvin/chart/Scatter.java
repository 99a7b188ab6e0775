package kelvin.chart;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.contract.Stability;

/**
 * Data of a chart of estimates against true values: small multiples with a dot for each, and the diagonal.
 *
 * @param title the heading
 * @param caption what a reader has to know, below
 * @param xTitle what the horizontal axes say
 * @param yTitle what the vertical axes say
 * @param plots the small plots
 */
@Stability(MAY_CHANGE)
public record Scatter(String title, String caption, String xTitle, String yTitle, List<Plot> plots) {
    /**
     * One panel.
     *
     * @param title its heading
     * @param x one number per dot, at least one dot
     * @param y another
     */
    public record Plot(String title, double[] x, double[] y) {}
}
