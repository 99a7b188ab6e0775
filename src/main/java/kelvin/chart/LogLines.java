package kelvin.chart;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.contract.Stability;

/**
 * Data of a chart of labelled lines over a logarithmic vertical axis.
 *
 * @param title the title
 * @param caption what stands below
 * @param xTitle the title of the horizontal axis
 * @param yTitle the title of the vertical axis
 * @param x where the lines have their points: increasing, at least one; above 0 on a logarithmic axis
 * @param logarithmic whether the horizontal axis is logarithmic too
 * @param lines what is compared, at least one
 */
@Stability(MAY_CHANGE)
public record LogLines(
        String title, String caption, String xTitle, String yTitle, long[] x, boolean logarithmic, List<Line> lines) {
    /**
     * One of the things compared.
     *
     * @param label its name, unlike the others'
     * @param y its value at each x, above 0
     * @param dots values drawn as dots at each x, such as measurements beside a theory, where they are above 0; none for no dots
     */
    public record Line(String label, double[] y, double[] dots) {
        /**
         * A line without dots.
         *
         * @param label its name, unlike the others'
         * @param y its value at each x, above 0
         */
        public Line(String label, double[] y) {
            this(label, y, new double[0]);
        }
    }

    public LogLines {
        lines = List.copyOf(lines);
    }
}
