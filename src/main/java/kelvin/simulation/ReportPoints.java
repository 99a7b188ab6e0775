package kelvin.simulation;

import java.util.Arrays;
import kelvin.metric.RegretPaths;

/**
 * What is taken down at which reported steps: curves at all, the path of every repetition at a few, the shares of the arms at as
 * many as anybody looks at.
 *
 * @param report the reported steps, increasing; shared, read it only
 * @param paths at which of them every repetition's regret is kept, by index
 * @param shares at which of them the shares of the arms are reported, by index
 */
record ReportPoints(long[] report, int[] paths, int[] shares) {
    static ReportPoints of(long[] report) {
        return new ReportPoints(report, RegretPaths.places(report), RegretPaths.places(report, Simulation.SHARES));
    }

    /** The steps at which the shares of the arms are reported. */
    long[] shareSteps() {
        return Arrays.stream(shares).mapToLong(place -> report[place]).toArray();
    }

    long horizon() {
        return report[report.length - 1];
    }
}
