/**
 * Statistics of runs, and nothing else: what a simulation measures, a results folder keeps and a chart draws.
 *
 * <p>Start with {@link kelvin.metric.Results}, all that came out of an experiment: a {@link kelvin.metric.MetricCurve} per
 * learner and metric, the {@link kelvin.metric.SelectionShares} of each learner, and the {@link kelvin.metric.RunValues} at the
 * horizon, and each {@link kelvin.metric.Trace} of the internals of learners. {@link kelvin.numeric.Moments} is the mergeable accumulator behind every mean ± standard error,
 * {@link kelvin.metric.Comparisons} what pairs of repetitions say. Imports {@code numeric}, {@code random} and
 * {@code contract} only.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.metric;

import org.jspecify.annotations.NullMarked;
