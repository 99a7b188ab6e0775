package kelvin.simulation;

import java.util.Arrays;
import java.util.List;
import kelvin.metric.MetricCurve;
import kelvin.metric.RegretPaths;

/**
 * The reported steps, and those among them at which more is kept: curves have all of them, the regret path of every repetition a
 * few, means over steps have spans, the selection shares at most {@value Simulation#MAX_SHARE_POINTS}.
 *
 * @param report the reported steps, increasing; shared, read it only
 * @param paths at which of them every repetition's regret is kept, by index
 * @param spans for each span of several of them over which means are kept, the index of its last; none where each has one of its own
 * @param shares at which of them the shares of the arms are reported, by index
 */
record ReportPoints(long[] report, int[] paths, int[] spans, int[] shares) {
    static ReportPoints of(long[] report, List<Long> changes) {
        int[] spans = MetricCurve.spans(report, MetricCurve.SPAN_SHARE, changes);
        return new ReportPoints(
                report,
                RegretPaths.places(report),
                spans.length == report.length ? new int[0] : spans,
                RegretPaths.places(report, Simulation.MAX_SHARE_POINTS));
    }

    /** Returns the last step of each span. */
    long[] spanSteps() {
        return Arrays.stream(spans).mapToLong(place -> report[place]).toArray();
    }

    /** Returns the steps at which the shares of the arms are reported. */
    long[] shareSteps() {
        return Arrays.stream(shares).mapToLong(place -> report[place]).toArray();
    }

    long horizon() {
        return report[report.length - 1];
    }
}
