package kelvin.simulation;

import java.util.List;
import kelvin.metric.Metric;

/**
 * The metrics of one run at the reported steps and at its end, summed up from its {@link StepLog}. Sums are kept per stretch between
 * reported steps and then added to the totals, which keeps rounding small over long horizons. Serves one run after another.
 */
final class RunMetrics {
    private final long[] report;
    private final List<Metric> metrics;
    private final double[][] rows;
    private final double[] regret;
    private final double[] reward;
    private final double[] optimal;

    private long step;
    private int point;
    private long reported;
    private double stretchGaps;
    private double stretchRewards;
    private long stretchOptimal;
    private long stretchDecisions;
    private double totalGaps;
    private double totalRewards;
    private long totalOptimal;
    private long totalDecisions;

    /**
     * Metrics before the first step of a run.
     *
     * @param report the reported steps, increasing
     * @param metrics the metrics that are measured, the general ones among them
     */
    RunMetrics(long[] report, List<Metric> metrics) {
        this.report = report;
        this.metrics = metrics;
        this.rows = new double[metrics.size()][report.length];
        this.regret = row(Metric.REGRET);
        this.reward = row(Metric.REWARD);
        this.optimal = row(Metric.OPTIMAL_ACTION);
    }

    /** Returns to before the first step. */
    void clear() {
        step = 0;
        point = 0;
        reported = 0;
        clearStretch();
        totalGaps = 0;
        totalRewards = 0;
        totalOptimal = 0;
        totalDecisions = 0;
    }

    /** Adds the steps in the first places of a log; at reported steps, writes cumulative regret and the means since the one before. */
    void add(StepLog log, int steps) {
        double gaps = stretchGaps;
        double rewards = stretchRewards;
        long best = stretchOptimal;
        long decisions = stretchDecisions;
        for (int place = 0; place < steps; place++) {
            gaps += log.gaps[place];
            rewards += log.rewards[place];
            best += log.optimal[place];
            decisions += log.decisions[place];
            step++;
            if (step == report[point]) {
                totalGaps += gaps;
                totalRewards += rewards;
                totalOptimal += best;
                totalDecisions += decisions;
                regret[point] = totalGaps;
                reward[point] = rewards / (step - reported);
                optimal[point] = (double) best / decisions;
                gaps = 0;
                rewards = 0;
                best = 0;
                decisions = 0;
                reported = step;
                point++;
            }
        }
        stretchGaps = gaps;
        stretchRewards = rewards;
        stretchOptimal = best;
        stretchDecisions = decisions;
    }

    private void clearStretch() {
        stretchGaps = 0;
        stretchRewards = 0;
        stretchOptimal = 0;
        stretchDecisions = 0;
    }

    /** Returns the first reported step that was not reached yet. */
    long next() {
        return report[point];
    }

    /** Sets a metric at the reported step that was reached last. */
    void set(Metric metric, double value) {
        row(metric)[point - 1] = value;
    }

    /** Returns the cumulative regret at the step reached. */
    double cumulativeRegret() {
        return totalGaps + stretchGaps;
    }

    /** Returns the values of a metric at the reported steps; the array itself. */
    double[] row(Metric metric) {
        return rows[metrics.indexOf(metric)];
    }

    /** Returns, for each metric, its value over all steps or, of what is recommended, at the last of them. */
    double[] overall() {
        return metrics.stream().mapToDouble(this::overall).toArray();
    }

    private double overall(Metric metric) {
        return switch (metric) {
            case REGRET -> totalGaps;
            case REWARD -> totalRewards / step;
            case OPTIMAL_ACTION -> (double) totalOptimal / totalDecisions;
            case SIMPLE_REGRET, IDENTIFICATION_ERROR -> row(metric)[point - 1];
        };
    }
}
