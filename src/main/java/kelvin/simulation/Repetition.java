package kelvin.simulation;

/** One learner meeting one realised problem, played from one reported step to the next. */
interface Repetition {
    /** Plays up to and including a step, and counts the selections by rank. */
    void playTo(long end, RankCounts selected);

    /** Tells of the decisions not told of yet. */
    void finish();

    /**
     * Writes the metrics at the step reached, in the order of {@link kelvin.metric.Metric}: cumulative regret, means since the
     * step reported before, and where there is room for it what is recommended now.
     */
    void recent(double[] out);

    /** Writes the metrics over the whole run, in the same order. */
    void overall(double[] out);
}
