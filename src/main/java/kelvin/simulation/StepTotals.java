package kelvin.simulation;

import kelvin.metric.Metric;

/** Sums over the decisions of some steps of a run. */
final class StepTotals {
    private double gaps;
    private double rewards;
    private long optimal;
    private long decisions;

    /**
     * Adds a decision.
     *
     * @param gap what it lost against the best decision, by true means
     * @param best whether it was optimal
     * @param reward what it gave
     */
    void count(double gap, boolean best, double reward) {
        gaps += gap;
        rewards += reward;
        optimal += best ? 1 : 0;
        decisions++;
    }

    void add(StepTotals more) {
        gaps += more.gaps;
        rewards += more.rewards;
        optimal += more.optimal;
        decisions += more.decisions;
    }

    void clear() {
        gaps = 0;
        rewards = 0;
        optimal = 0;
        decisions = 0;
    }

    /** Returns the sum of gaps. */
    double regret() {
        return gaps;
    }

    /** Writes the sum of gaps, the mean reward per step and the fraction of optimal decisions. */
    void write(long steps, MetricRow out) {
        out.set(Metric.REGRET, gaps);
        out.set(Metric.REWARD, rewards / steps);
        out.set(Metric.OPTIMAL_ACTION, (double) optimal / decisions);
    }
}
