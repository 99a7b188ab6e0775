package kelvin.simulation;

/** One learner meeting one realised problem, played from one reported step to the next. */
interface Repetition {
    /** After how many steps progress is told of, and a run may be cut; what has no more steps is played to its end. */
    long PROGRESS_STEPS = 1 << 16;

    /** Plays on, up to and including a step, and counts the selections by rank. */
    void playTo(long end, RankCounts selected);

    /** Tells of the decisions not told of yet. */
    void finish();

    /** The cumulative regret at the step reached. */
    double regret();

    /** What uniform play is expected to lose per step; {@code NaN} where that changes or is not known. */
    double uniformRegret();

    /**
     * Writes the metrics at the step reached, in the order of {@link kelvin.metric.Metric}: cumulative regret, means since the
     * step reported before, and where there is room for it what is recommended now. The step counts as reported from then on.
     */
    void report(double[] out);

    /** Writes the metrics over all steps up to the one reported last, in the same order. */
    void overall(double[] out);
}
