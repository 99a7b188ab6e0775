package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * The result of a learner at one point of a sweep: a metric at the horizon, with its interval.
 *
 * @param axis what was varied
 * @param value its value
 * @param secondAxis what was varied besides; empty if nothing was
 * @param secondValue its value; {@code NaN} if there is none
 * @param learner the learner's label
 * @param metric what was measured
 * @param mean the mean over repetitions
 * @param standardError its standard error
 * @param low the lower end of its 95 % interval
 * @param high the upper end
 * @param repetitions how many there were
 */
@Stability(MAY_CHANGE)
public record SweepPoint(
        String axis,
        double value,
        String secondAxis,
        double secondValue,
        String learner,
        Metric metric,
        double mean,
        double standardError,
        double low,
        double high,
        long repetitions) {
    /**
     * Summarises the values at one point.
     *
     * @param axis what was varied
     * @param value its value
     * @param secondAxis what was varied besides, or empty
     * @param secondValue its value, or {@code NaN}
     * @param trials the values at the horizon
     * @return their mean and interval
     */
    public static SweepPoint of(String axis, double value, String secondAxis, double secondValue, RunValues trials) {
        RunSummary s = RunSummary.of(trials);
        return new SweepPoint(
                axis,
                value,
                secondAxis,
                secondValue,
                trials.learner(),
                trials.metric(),
                s.mean(),
                s.standardError(),
                s.lower(),
                s.upper(),
                s.repetitions());
    }

    /**
     * Returns the value on an axis.
     *
     * @param axis 0 for the first, 1 for the second
     * @return what was varied there; {@code NaN} if there is no second axis
     */
    public double value(int axis) {
        return axis == 0 ? value : secondValue;
    }

    /**
     * Returns whether two values were varied.
     *
     * @return true if there is a second axis
     */
    public boolean twofold() {
        return !secondAxis.isEmpty();
    }
}
