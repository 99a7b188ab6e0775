package kelvin.report;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Optional;
import kelvin.contract.Stability;

/**
 * A chart of a report.
 *
 * @param svg the picture, an {@code svg} element
 * @param phone the picture for a narrow screen, another {@code svg} element
 * @param caption what it shows and how, in sentences
 * @param data the numbers of its curves, where it is of curves
 */
@Stability(MAY_CHANGE)
public record ReportChart(String svg, String phone, String caption, Optional<CurveData> data) {
    /** The beginning of the names of charts of scheduled numbers, which their paths end. */
    public static final String SCHEDULED = "scheduled-";
}
