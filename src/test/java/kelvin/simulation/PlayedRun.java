package kelvin.simulation;

import java.util.List;
import java.util.stream.Stream;
import kelvin.metric.Metric;

/** A run that was played to its horizon, the only reported step. */
final class PlayedRun {
    private final List<Metric> metrics;
    private final double[] overall;
    private final RankCounts selected;
    private final double[] growth;

    /** Plays a run. */
    PlayedRun(Repetition run, long horizon, int ranks) {
        this(run, ranks, horizon);
    }

    private PlayedRun(Repetition run, int ranks, long... report) {
        metrics = Stream.of(Metric.values())
                .filter(metric -> metric.general() || run.recommends())
                .toList();
        RunMetrics out = new RunMetrics(report, metrics);
        selected = new RankCounts(report, ranks);
        growth = run.play(report[report.length - 1], out, selected);
        overall = out.overall();
    }

    /** Plays a run of some reported steps. */
    static PlayedRun reporting(Repetition run, long... report) {
        return new PlayedRun(run, 1, report);
    }

    /** Returns a metric over all steps. */
    double overall(Metric metric) {
        return overall[metrics.indexOf(metric)];
    }

    /** Returns how often the action of each rank was selected, by reported step. */
    long[] selected() {
        return selected.all();
    }

    /** Returns the growth of regret by {@link QuarterGrowth}. */
    double[] growth() {
        return growth;
    }
}
