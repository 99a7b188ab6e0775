package kelvin.metric;

/**
 * A curve: the mean of a metric over repetitions with its standard error, at the reported steps.
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
 */
public record Series(
        String learner, Metric metric, long[] steps, double[] mean, double[] standardError, long repetitions) {}
