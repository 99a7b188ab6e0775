package kelvin.simulation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.metric.InterimLooks;
import kelvin.metric.Metric;
import kelvin.metric.MetricCurve;
import kelvin.metric.RegretPaths;
import kelvin.metric.RunValues;
import kelvin.metric.SelectionShares;
import kelvin.numeric.Moments;

/** Mergeable statistics of some repetitions of one learner. Memory: O(reported points + repetitions), independent of the horizon. */
final class RunStatistics {
    private final ReportPoints points;
    private final long[] report;
    private final List<Metric> metrics;
    private final List<Moments> curves = new ArrayList<>();
    /** The metrics that are kept over spans of steps too. */
    private final List<Metric> averaged;

    private final List<Moments> spans = new ArrayList<>();
    private final List<double[]> overall = new ArrayList<>();
    private final List<double[]> regret = new ArrayList<>();
    private final List<double[]> quarters = new ArrayList<>();
    private final RunMetrics latest;
    private final RankCounts selected;
    private final RankCounts current;
    private final TraceMoments notes = new TraceMoments();
    private long nanos;

    /**
     * Empty statistics.
     *
     * @param points the reported steps
     * @param ranks the number of actions whose selections are counted
     * @param metrics the metrics that are measured, regret among them
     * @param cuttable whether a repetition may be abandoned before its horizon, and must then leave no trace
     */
    RunStatistics(ReportPoints points, int ranks, List<Metric> metrics, boolean cuttable) {
        this.points = points;
        this.report = points.report();
        this.metrics = metrics;
        long[] ends = points.shareSteps();
        this.selected = new RankCounts(ends, ranks);
        this.current = cuttable ? new RankCounts(ends, ranks) : selected;
        this.latest = new RunMetrics(report, metrics);
        metrics.forEach(metric -> curves.add(new Moments(report.length)));
        this.averaged = points.spans().length == 0
                ? List.of()
                : metrics.stream().filter(Metric::average).toList();
        averaged.forEach(metric -> spans.add(new Moments(points.spans().length)));
    }

    /** Plays one run, and adds what it gives: all of it, or nothing if it is abandoned. */
    void record(Repetition run) {
        latest.clear();
        current.begin();
        if (current != selected) {
            current.clear();
        }
        double[] growth = run.play(points.horizon(), latest, current);
        if (current != selected) {
            selected.add(current);
        }
        quarters.add(growth);
        for (int i = 0; i < curves.size(); i++) {
            curves.get(i).add(latest.row(metrics.get(i)));
        }
        for (int i = 0; i < spans.size(); i++) {
            double[] row = latest.row(averaged.get(i));
            spans.get(i).add(MetricCurve.means(report, points.spans(), point -> row[point]));
        }
        double[] losses = latest.row(Metric.REGRET);
        regret.add(Arrays.stream(points.paths())
                .mapToDouble(place -> losses[place])
                .toArray());
        overall.add(latest.overall());
    }

    /** Adds to the time that playing took, in nanoseconds. */
    void took(long more) {
        nanos += more;
    }

    /** Returns the time that playing took, in nanoseconds. */
    long nanos() {
        return nanos;
    }

    /** Returns the moments of what is recorded beside the metrics. */
    TraceMoments notes() {
        return notes;
    }

    /** Merges statistics of the repetitions that come after these. */
    void append(RunStatistics next) {
        for (int i = 0; i < curves.size(); i++) {
            curves.get(i).merge(next.curves.get(i));
        }
        for (int i = 0; i < spans.size(); i++) {
            spans.get(i).merge(next.spans.get(i));
        }
        overall.addAll(next.overall);
        regret.addAll(next.regret);
        quarters.addAll(next.quarters);
        notes.append(next.notes);
        nanos += next.nanos;
        selected.add(next.selected);
    }

    /** Removes all repetitions. */
    void clear() {
        curves.forEach(Moments::clear);
        spans.forEach(Moments::clear);
        overall.clear();
        regret.clear();
        quarters.clear();
        selected.clear();
        notes.clear();
        nanos = 0;
    }

    /** Returns the number of repetitions. */
    int repetitions() {
        return overall.size();
    }

    /** Serializes all statistics bit for bit. */
    void writeTo(BitBuffer words) {
        words.write(overall.size());
        Stream.concat(curves.stream(), spans.stream()).forEach(curve -> {
            words.write(curve.means());
            words.write(curve.squares());
        });
        overall.forEach(words::write);
        regret.forEach(words::write);
        quarters.forEach(words::write);
        words.write(selected.all());
        notes.writeTo(words);
        words.write(nanos);
    }

    /** Replaces these statistics by serialized ones. */
    void readFrom(BitBuffer words) {
        int repetitions = (int) words.read();
        curves.replaceAll(curve -> new Moments(words.read(report.length), words.read(report.length), repetitions));
        int length = points.spans().length;
        spans.replaceAll(span -> new Moments(words.read(length), words.read(length), repetitions));
        read(overall, words, repetitions, metrics.size());
        read(regret, words, repetitions, points.paths().length);
        read(quarters, words, repetitions, QuarterGrowth.LENGTH);
        words.readInto(selected.all());
        notes.readFrom(words);
        nanos = words.read();
    }

    private static void read(List<double[]> rows, BitBuffer words, int count, int length) {
        rows.clear();
        for (int i = 0; i < count; i++) {
            rows.add(words.read(length));
        }
    }

    List<MetricCurve> series(String learner, InterimLooks looks) {
        return IntStream.range(0, curves.size())
                .mapToObj(i -> curve(learner, metrics.get(i), report, curves.get(i), looks))
                .toList();
    }

    /** Returns the metrics that are averaged over steps, over spans of several reported ones. */
    List<MetricCurve> spans(String learner, InterimLooks looks) {
        return IntStream.range(0, spans.size())
                .mapToObj(i -> curve(learner, averaged.get(i), points.spanSteps(), spans.get(i), looks))
                .toList();
    }

    private static MetricCurve curve(String learner, Metric metric, long[] steps, Moments of, InterimLooks looks) {
        return new MetricCurve(learner, metric, steps, of.means(), of.standardErrors(), of.count(), looks);
    }

    /** Returns the values at the horizon of a learner with that label, played under that name. */
    List<RunValues> trials(String learner, String stream, InterimLooks looks) {
        List<RunValues> trials = new ArrayList<>();
        for (int i = 0; i < metrics.size(); i++) {
            int place = i;
            double[] values = overall.stream().mapToDouble(row -> row[place]).toArray();
            trials.add(new RunValues(learner, metrics.get(i), values, looks, stream));
        }
        return trials;
    }

    /** Returns the {@link QuarterGrowth} of each repetition. */
    List<double[]> quarters() {
        return quarters;
    }

    /** Returns the regret over time of a learner with that label, played under that name. */
    RegretPaths paths(String learner, String stream) {
        long[] steps =
                Arrays.stream(points.paths()).mapToLong(place -> report[place]).toArray();
        return new RegretPaths(learner, steps, regret.toArray(double[][]::new), stream);
    }

    SelectionShares selections(String learner, int[] arms) {
        long[] steps = points.shareSteps();
        double[][] frequency = new double[steps.length][];
        long previous = 0;
        for (int point = 0; point < steps.length; point++) {
            frequency[point] = selected.shares(point, (double) (steps[point] - previous) * overall.size());
            previous = steps[point];
        }
        return new SelectionShares(learner, steps, arms, frequency);
    }
}
