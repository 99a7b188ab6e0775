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
public record Trials(String learner, Metric metric, double[] values) {
    /**
     * Paired differences.
     *
     * @param other the same metric of another learner, with as many repetitions
     * @return value − other value of each repetition, under this learner's label
     */
    public Trials minus(Trials other) {
        double[] differences = new double[values.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = values[i] - other.values[i];
        }
        return new Trials(learner, metric, differences);
    }
}
