package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Arrays;
import kelvin.contract.Stability;

/**
 * The values of a metric at the horizon, one per repetition.
 *
 * <p>{@link Metric#REGRET} is the cumulative regret at the horizon, the other metrics are means over all steps. The array is
 * shared, not copied: read it only.
 *
 * @param learner the learner's label
 * @param metric what was measured
 * @param values the value of each repetition, in the order of repetitions
 * @param looks how often the data could have ended the playing
 * @param stream the name of the random stream of its bootstrap resamples: the label that the learner was played under
 */
@Stability(MAY_CHANGE)
public record RunValues(String learner, Metric metric, double[] values, InterimLooks looks, String stream) {
    /**
     * Creates values of a learner that was played under its label.
     *
     * @param learner the learner's label
     * @param metric what was measured
     * @param values the value of each repetition, in the order of repetitions
     * @param looks how often the data could have ended the playing
     */
    public RunValues(String learner, Metric metric, double[] values, InterimLooks looks) {
        this(learner, metric, values, looks, learner);
    }

    /**
     * Creates values of as many repetitions as were asked for.
     *
     * @param learner the learner's label
     * @param metric what was measured
     * @param values the value of each repetition, in the order of repetitions
     */
    public RunValues(String learner, Metric metric, double[] values) {
        this(learner, metric, values, InterimLooks.ONE);
    }

    /**
     * Returns the same values of a learner of another name.
     *
     * @param name its label
     * @return these values under that label
     */
    public RunValues named(String name) {
        return new RunValues(name, metric, values, looks);
    }

    /**
     * Returns the values of the first repetitions alone.
     *
     * @param count how many, at most as many as there are
     * @return their values
     */
    public RunValues first(int count) {
        return new RunValues(learner, metric, Arrays.copyOf(values, count), looks, stream);
    }

    /**
     * Returns the paired differences.
     *
     * @param other the same metric of another learner, with as many repetitions
     * @return value − other value of each repetition, under this learner's label
     */
    public RunValues minus(RunValues other) {
        double[] differences = new double[values.length];
        for (int i = 0; i < differences.length; i++) {
            differences[i] = values[i] - other.values[i];
        }
        return new RunValues(learner, metric, differences, looks, stream);
    }

    /**
     * Returns the same values of a learner that was played under another label.
     *
     * @param name the name of the random stream
     * @return these values with that stream
     */
    public RunValues playedAs(String name) {
        return new RunValues(learner, metric, values, looks, name);
    }
}
