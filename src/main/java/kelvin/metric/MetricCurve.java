package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * The curve of a metric over the reported steps: its mean over repetitions with the standard error.
 *
 * <p>{@link Metric#REGRET} is cumulative to the step; the other metrics are means over the steps since the previous
 * reported one. The arrays are shared, not copied: read them only.
 *
 * @param learner the learner's label
 * @param metric what was measured
 * @param steps the reported steps, increasing
 * @param mean the mean over repetitions, at each reported step
 * @param standardError the standard error of that mean; {@code NaN} for a single repetition
 * @param repetitions how many repetitions stand behind each mean
 * @param looks how often the data could have ended the playing
 */
@Stability(MAY_CHANGE)
public record MetricCurve(
        String learner,
        Metric metric,
        long[] steps,
        double[] mean,
        double[] standardError,
        long repetitions,
        InterimLooks looks) {
    /**
     * Creates a curve of as many repetitions as were asked for.
     *
     * @param learner the learner's label
     * @param metric what was measured
     * @param steps the reported steps, increasing
     * @param mean the mean over repetitions, at each reported step
     * @param standardError the standard error of that mean
     * @param repetitions how many repetitions stand behind each mean
     */
    public MetricCurve(
            String learner, Metric metric, long[] steps, double[] mean, double[] standardError, long repetitions) {
        this(learner, metric, steps, mean, standardError, repetitions, InterimLooks.ONE);
    }

    /**
     * Returns half the width of the 95 % Student interval of the mean at a reported step, for that step alone.
     *
     * @param i an index into {@link #steps}
     * @return t(1 − 0.025/looks; repetitions − 1)·standard error; {@code NaN} for a single repetition
     */
    public double margin(int i) {
        return looks.student(repetitions) * standardError[i];
    }
}
