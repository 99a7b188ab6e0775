package kelvin.metric;

/**
 * One number per repetition: a metric at the horizon.
 *
 * <p>{@link Metric#REGRET} is the cumulative regret at the horizon, the other metrics are means over all steps. The array is
 * shared, not copied: read it only.
 *
 * @param learner the learner's label
 * @param metric what was measured
 * @param values the value of each repetition, in the order of repetitions
 */
public record Trials(String learner, Metric metric, double[] values) {}
