package kelvin.simulation;

import java.util.Arrays;
import kelvin.metric.RegretPaths;

/**
 * The reported steps, and those among them at which more is kept: curves have all of them, the regret path of every repetition a
 * few, the selection shares at most {@value Simulation#MAX_SHARE_POINTS}.
 *
 * @param report the reported steps, increasing; shared, read it only
 * @param paths at which of them every repetition's regret is kept, by index
 * @param shares at which of them the shares of the arms are reported, by index
 */
record ReportPoints(long[] report, int[] paths, int[] shares) {
    static ReportPoints of(long[] report) {
        return new ReportPoints(
                report, RegretPaths.places(report), RegretPaths.places(report, Simulation.MAX_SHARE_POINTS));
    }

    /** Returns the steps at which the shares of the arms are reported. */
    long[] shareSteps() {
        return Arrays.stream(shares).mapToLong(place -> report[place]).toArray();
    }

    long horizon() {
        return report[report.length - 1];
    }
}
