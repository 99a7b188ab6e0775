package kelvin.chart;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.contract.Stability;

/**
 * Data of a chart of functions, such as policies: small multiples with the same kinds of curves over the same values.
 *
 * @param title the heading
 * @param caption what a reader has to know, below
 * @param xTitle what the horizontal axes say
 * @param yTitle what the vertical axes say
 * @param key what the lines of a plot differ in
 * @param labels the lines of every plot, from the first
 * @param top the least number that the vertical axis reaches
 * @param x where the points of every line lie, ascending; the same place twice where a line jumps
 * @param plots the small plots
 */
@Stability(MAY_CHANGE)
public record Profiles(
        String title,
        String caption,
        String xTitle,
        String yTitle,
        String key,
        List<String> labels,
        double top,
        double[] x,
        List<Plot> plots) {
    /** Creates a chart of probabilities, whose axis reaches 1. */
    public Profiles(
            String title,
            String caption,
            String xTitle,
            String yTitle,
            String key,
            List<String> labels,
            double[] x,
            List<Plot> plots) {
        this(title, caption, xTitle, yTitle, key, labels, 1, x, plots);
    }

    /**
     * One panel.
     *
     * @param title its heading
     * @param lines the points of each line in the order of the labels: finite, or NaN where it has a gap; one with a single point is a
     *     mark. The axis spans 0, {@code top} and all points
     */
    public record Plot(String title, List<double[]> lines) {}
}
