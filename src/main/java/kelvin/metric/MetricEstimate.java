package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Optional;
import kelvin.contract.Stability;
import kelvin.numeric.Moments;

/**
 * An estimate of a metric of one learner at a step: the mean over repetitions, with the value of each repetition where it is known.
 *
 * @param learner the learner's label
 * @param metric what was measured
 * @param step up to which step
 * @param mean the mean over repetitions
 * @param standardError the standard error of that mean; {@code NaN} for a single repetition
 * @param repetitions how many repetitions there are
 * @param looks how often the data could have ended the playing
 * @param values the value of each repetition; empty where only the mean and its error are known
 */
@Stability(MAY_CHANGE)
public record MetricEstimate(
        String learner,
        Metric metric,
        long step,
        double mean,
        double standardError,
        long repetitions,
        InterimLooks looks,
        Optional<RunValues> values) {
    /**
     * Estimates from the values of all repetitions.
     *
     * @param values the values at the horizon
     * @param horizon the last step
     * @return their mean, with the values
     */
    public static MetricEstimate of(RunValues values, long horizon) {
        Moments.Mean estimate = Moments.of(values.values());
        return new MetricEstimate(
                values.learner(),
                values.metric(),
                horizon,
                estimate.value(),
                estimate.standardError(),
                estimate.count(),
                values.looks(),
                Optional.of(values));
    }

    /**
     * Returns the point of a curve at a reported step.
     *
     * @param curve a curve of a metric that is not an average, so that its points are about all steps so far
     * @param i an index into its steps
     * @return mean and standard error there
     */
    public static MetricEstimate of(MetricCurve curve, int i) {
        return new MetricEstimate(
                curve.learner(),
                curve.metric(),
                curve.steps()[i],
                curve.mean()[i],
                curve.standardError()[i],
                curve.repetitions(),
                curve.looks(),
                Optional.empty());
    }

    /**
     * Returns the estimate at a point of a sweep.
     *
     * @param point the point
     * @param horizon the last step
     * @param looks how often the data could have ended the playing
     * @return mean and standard error there
     */
    public static MetricEstimate of(SweepPoint point, long horizon, InterimLooks looks) {
        return new MetricEstimate(
                point.learner(),
                point.metric(),
                horizon,
                point.mean(),
                point.standardError(),
                point.repetitions(),
                looks,
                Optional.empty());
    }

    /**
     * Returns the same estimate of a learner of another name.
     *
     * @param name its label
     * @return this estimate under that label
     */
    public MetricEstimate named(String name) {
        return new MetricEstimate(name, metric, step, mean, standardError, repetitions, looks, values);
    }
}
