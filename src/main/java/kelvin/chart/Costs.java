package kelvin.chart;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import kelvin.contract.Stability;

/**
 * Data of a chart of cost against size on logarithmic axes.
 *
 * @param title the title
 * @param caption what stands below
 * @param sizeTitle the title of the horizontal axis
 * @param costTitle the title of the vertical axis
 * @param sizes the sizes, increasing, above 0; at least one
 * @param lines what is compared, at least one
 */
@Stability(MAY_CHANGE)
public record Costs(String title, String caption, String sizeTitle, String costTitle, long[] sizes, List<Line> lines) {
    /**
     * One of the things compared.
     *
     * @param label its name, unlike the others'
     * @param cost what it costs at each size, above 0
     */
    public record Line(String label, double[] cost) {}

    public Costs {
        lines = List.copyOf(lines);
    }
}
