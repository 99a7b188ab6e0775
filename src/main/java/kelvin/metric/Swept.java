package kelvin.metric;

import java.util.List;

/**
 * What a learner gave at one point of a sweep: a metric at the horizon, with its interval.
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
 * @param best whether no other point of this learner has a better mean; the first of several
 */
public record Swept(
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
        boolean best) {
    /**
     * Summarises the values at one point.
     *
     * @param axis what was varied
     * @param value its value
     * @param secondAxis what was varied besides, or empty
     * @param secondValue its value, or {@code NaN}
     * @param trials the values at the horizon
     * @return their mean and interval, not yet known to be the best
     */
    public static Swept of(String axis, double value, String secondAxis, double secondValue, Trials trials) {
        TrialSummary s = TrialSummary.of(trials);
        return new Swept(
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
                false);
    }

    /**
     * The same, marked as the best.
     *
     * @return a copy with {@code best} set
     */
    public Swept marked() {
        return new Swept(
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
                true);
    }

    /**
     * Whether anything is varied of this row's learner: one that nothing is varied of is the same at all points with as many
     * repetitions.
     *
     * @param all rows of the sweep, this one among them
     * @return false if it is; true if there is nothing to compare
     */
    public boolean varied(List<Swept> all) {
        List<Swept> own = all.stream()
                .filter(s -> s.metric == metric && s.learner.equals(learner))
                .toList();
        long counts = own.stream().mapToLong(Swept::repetitions).distinct().count();
        long values =
                own.stream().map(s -> List.of(s.repetitions, s.mean)).distinct().count();
        return values > counts || counts == own.size();
    }

    /**
     * Whether two values were varied.
     *
     * @return true if there is a second axis
     */
    public boolean twofold() {
        return !secondAxis.isEmpty();
    }
}
