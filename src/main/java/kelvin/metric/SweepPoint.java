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
 * @param best whether no other point of this learner has a better mean; the first of several. Nowhere, where the problem is varied
 * @param varied whether anything is varied of this learner; one that nothing is varied of is the same at all points
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
        long repetitions,
        boolean best,
        boolean varied) {
    /**
     * Summarises the values at one point.
     *
     * @param axis what was varied
     * @param value its value
     * @param secondAxis what was varied besides, or empty
     * @param secondValue its value, or {@code NaN}
     * @param varied whether anything is varied of the learner
     * @param trials the values at the horizon
     * @return their mean and interval, not yet known to be the best
     */
    public static SweepPoint of(
            String axis, double value, String secondAxis, double secondValue, boolean varied, RunValues trials) {
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
                s.repetitions(),
                false,
                varied);
    }

    /**
     * Returns the same point, marked as the best.
     *
     * @return a copy with {@code best} set
     */
    public SweepPoint marked() {
        return new SweepPoint(
                axis,
                value,
                secondAxis,
                secondValue,
                learner,
                metric,
                mean,
                standardError,
                low,
                high,
                repetitions,
                true,
                varied);
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
