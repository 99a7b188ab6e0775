package kelvin.simulation;

import java.util.ArrayList;
import java.util.List;
import kelvin.metric.Metric;
import kelvin.metric.Moments;
import kelvin.metric.Selections;
import kelvin.metric.Series;
import kelvin.metric.Trials;

/** What some repetitions of one learner gave: mergeable, and as large as the reported points, not as the horizon. */
final class Part {
    private final long[] report;
    private final PerMetric<Moments> curves;
    private final List<PerMetric<Double>> finals = new ArrayList<>();
    private final long[][] selected;

    Part(long[] report, int ranks) {
        this.report = report;
        this.selected = new long[report.length][ranks];
        this.curves =
                new PerMetric<>(new Moments(report.length), new Moments(report.length), new Moments(report.length));
    }

    /** Adds one repetition: of each metric a row over the reported points, and the value at the horizon. */
    void add(PerMetric<double[]> rows, PerMetric<Double> atHorizon) {
        for (Metric metric : Metric.values()) {
            curves.of(metric).add(rows.of(metric));
        }
        finals.add(atHorizon);
    }

    /** The counter of selections per rank at a reported point, to be counted up in place. */
    long[] selected(int point) {
        return selected[point];
    }

    /** Adds the repetitions of a part that come after this one's. */
    void append(Part next) {
        for (Metric metric : Metric.values()) {
            curves.of(metric).merge(next.curves.of(metric));
        }
        finals.addAll(next.finals);
        for (int point = 0; point < selected.length; point++) {
            for (int rank = 0; rank < selected[point].length; rank++) {
                selected[point][rank] += next.selected[point][rank];
            }
        }
    }

    List<Series> series(String learner) {
        List<Series> series = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            Moments curve = curves.of(metric);
            series.add(new Series(learner, metric, report, curve.means(), curve.standardErrors(), curve.count()));
        }
        return series;
    }

    List<Trials> trials(String learner) {
        List<Trials> trials = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            double[] values = finals.stream().mapToDouble(row -> row.of(metric)).toArray();
            trials.add(new Trials(learner, metric, values));
        }
        return trials;
    }

    Selections selections(String learner, int[] arms) {
        double[][] frequency = new double[report.length][];
        long previous = 0;
        for (int point = 0; point < report.length; point++) {
            double steps = (double) (report[point] - previous) * finals.size();
            double[] shares = new double[selected[point].length];
            for (int rank = 0; rank < shares.length; rank++) {
                shares[rank] = selected[point][rank] / steps;
            }
            frequency[point] = shares;
            previous = report[point];
        }
        return new Selections(learner, report, arms, frequency);
    }
}
