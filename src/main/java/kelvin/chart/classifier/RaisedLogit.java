package kelvin.chart.classifier;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import java.util.List;
import kelvin.contract.Stability;

/**
 * Data of a chart of what becomes of the probabilities of all classes when something is added to the logit of one.
 *
 * @param title the heading
 * @param caption what a reader has to know, below
 * @param row names the row above its picture
 * @param features the names of its columns; pixels as {@code name_row_column}
 * @param cells its cells
 * @param classes the names of the classes
 * @param raised the class whose logit is raised
 * @param added what is added at each point, ascending
 * @param plots the small plots
 */
@Stability(MAY_CHANGE)
public record RaisedLogit(
        String title,
        String caption,
        String row,
        List<String> features,
        List<String> cells,
        List<String> classes,
        int raised,
        double[] added,
        List<Plot> plots) {
    /**
     * One panel.
     *
     * @param title its heading
     * @param probabilities numbers in [0, 1] by point, then by class
     */
    public record Plot(String title, double[][] probabilities) {
        /** Returns the curve of a class. */
        double[] curve(int c) {
            return Arrays.stream(probabilities).mapToDouble(p -> p[c]).toArray();
        }

        /** Returns the largest probability of a class. */
        double highest(int c) {
            return Arrays.stream(curve(c)).max().orElse(0);
        }
    }
}
