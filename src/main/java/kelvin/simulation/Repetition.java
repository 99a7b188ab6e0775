package kelvin.simulation;

import kelvin.metric.Metric;

/** One learner meeting one realised problem, played from one reported step to the next. */
interface Repetition {
    /** Plays up to and including a step, and counts the selections by rank. */
    void playTo(long end, RankCounts selected);

    /** Tells of the decisions not told of yet. */
    void finish();

    /** A metric at the step reached: cumulative regret, means since the step reported before, what is recommended now. */
    double recent(Metric metric);

    /** A metric over the whole run. */
    double overall(Metric metric);
}
