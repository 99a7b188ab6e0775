/**
 * Confidence sequences: intervals that hold at all times at once, so that they may be looked at after every reward, and acted upon,
 * without raising their probability of error.
 *
 * <p>Start with {@link kelvin.evaluation.sequential.DifferenceSequence}, which compares a control group with the other decisions;
 * {@link kelvin.evaluation.sequential.MeanSequence} is for the mean of one group. Both are empirical-Bernstein confidence sequences for
 * rewards with known bounds, whose expectation may change from decision to decision: policies that learn and worlds that drift are
 * allowed. For rewards without known bounds, such as revenue, {@link kelvin.evaluation.sequential.AsymptoticDifferenceSequence} and
 * {@link kelvin.evaluation.sequential.AsymptoticMeanSequence} hold in large samples, as a t-test does. Imports {@code evaluation}, {@code
 * numeric} and {@code contract}.
 *
 * <p>An interval of one time, such as that of a t-test, errs far more often than it says when looked at again and again: at a level of
 * 0.95, in more than a third of all experiments within ten thousand looks.
 *
 * <p>Stability: may change. What is public may change with a new minor version; the changelog says how.
 */
@NullMarked
package kelvin.evaluation.sequential;

import org.jspecify.annotations.NullMarked;
