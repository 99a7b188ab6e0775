package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kelvin.contract.Stability;

/**
 * All results of an experiment: everything that a results folder keeps and a chart may show.
 *
 * @param question the question the experiment asks
 * @param series a curve per learner and metric, learners in the order of the experiment
 * @param selections how often each learner chose each arm, in the same order
 * @param trials the values at the horizon per learner and metric, in the same order
 * @param spreads how the regret of single repetitions spreads, in the same order
 * @param comparisons each learner but the baseline compared with it, regret at several steps, then each metric at the horizon
 * @param intervals bootstrap intervals of regret and of its differences, where repetitions are too skewed for Student's
 * @param bounds lines below which regret cannot stay, where something is proven of the problem
 * @param swept a metric of a learner at each point of a sweep; empty without one
 * @param details what there is besides metrics
 * @param stop why playing ended, where the data decided
 */
@Stability(MAY_CHANGE)
public record Results(
        String question,
        List<MetricCurve> series,
        List<SelectionShares> selections,
        List<RunValues> trials,
        List<RegretSpread> spreads,
        List<Comparison> comparisons,
        List<SkewedInterval> intervals,
        List<RegretBound> bounds,
        List<SweepPoint> swept,
        Details details,
        Optional<StopReport> stop) {
    public Results {
        series = List.copyOf(series);
        selections = List.copyOf(selections);
        trials = List.copyOf(trials);
        spreads = List.copyOf(spreads);
        comparisons = List.copyOf(comparisons);
        intervals = List.copyOf(intervals);
        bounds = List.copyOf(bounds);
        swept = List.copyOf(swept);
    }

    /**
     * Creates results without a sweep, with metrics alone, of as many repetitions as were asked for.
     *
     * @param question the question the experiment asks
     * @param series a curve per learner and metric
     * @param selections how often each learner chose each arm
     * @param trials the values at the horizon per learner and metric
     * @param spreads how the regret of single repetitions spreads
     * @param comparisons each learner but the baseline compared with it
     * @param bounds what no learner can do better than
     */
    public Results(
            String question,
            List<MetricCurve> series,
            List<SelectionShares> selections,
            List<RunValues> trials,
            List<RegretSpread> spreads,
            List<Comparison> comparisons,
            List<RegretBound> bounds) {
        this(
                question,
                series,
                selections,
                trials,
                spreads,
                comparisons,
                List.of(),
                bounds,
                List.of(),
                Details.NONE,
                Optional.empty());
    }

    /**
     * Returns the same results with intervals that are not Student's.
     *
     * @param skewed those of regret and of its differences
     * @return a copy
     */
    public Results withIntervals(List<SkewedInterval> skewed) {
        return new Results(
                question, series, selections, trials, spreads, comparisons, skewed, bounds, swept, details, stop);
    }

    /**
     * Returns the same results with those of a sweep.
     *
     * @param points a metric of a learner at each point
     * @return a copy
     */
    public Results with(List<SweepPoint> points) {
        return new Results(
                question, series, selections, trials, spreads, comparisons, intervals, bounds, points, details, stop);
    }

    /**
     * Returns the same results with details besides metrics.
     *
     * @param more the details
     * @return a copy
     */
    public Results with(Details more) {
        return new Results(
                question, series, selections, trials, spreads, comparisons, intervals, bounds, swept, more, stop);
    }

    /**
     * Returns the same results with the report of why the experiment ended.
     *
     * @param reason what decided
     * @return a copy
     */
    public Results with(StopReport reason) {
        return new Results(
                question,
                series,
                selections,
                trials,
                spreads,
                comparisons,
                intervals,
                bounds,
                swept,
                details,
                Optional.of(reason));
    }

    /**
     * Returns the curves of one metric.
     *
     * @param metric the metric
     * @return its curves, learners in the order of the experiment
     */
    public List<MetricCurve> series(Metric metric) {
        return series.stream().filter(s -> s.metric() == metric).toList();
    }

    /**
     * Returns the values at the horizon of one metric.
     *
     * @param metric the metric
     * @return its trials, learners in the order of the experiment
     */
    public List<RunValues> trials(Metric metric) {
        return trials.stream().filter(t -> t.metric() == metric).toList();
    }

    /**
     * Returns the comparisons at the horizon in one metric.
     *
     * @param metric the metric
     * @return one per learner but the baseline, in the order of the experiment
     */
    public List<Comparison> verdicts(Metric metric) {
        return comparisons.stream()
                .filter(c -> c.metric() == metric && c.last())
                .toList();
    }

    /**
     * Returns the results of some learners.
     *
     * @param learners their labels
     * @return everything that is about one of them, and the bounds
     */
    public Results of(Set<String> learners) {
        return new Results(
                question,
                series.stream().filter(s -> learners.contains(s.learner())).toList(),
                selections.stream().filter(s -> learners.contains(s.learner())).toList(),
                trials.stream().filter(t -> learners.contains(t.learner())).toList(),
                spreads.stream().filter(s -> learners.contains(s.learner())).toList(),
                comparisons.stream().filter(c -> learners.contains(c.learner())).toList(),
                intervals.stream().filter(i -> learners.contains(i.learner())).toList(),
                bounds,
                swept.stream().filter(s -> learners.contains(s.learner())).toList(),
                details.of(learners),
                stop);
    }

    /**
     * Returns the same results under another heading.
     *
     * @param heading what charts say above; may be empty
     * @return the results with that question
     */
    public Results asked(String heading) {
        return new Results(
                heading, series, selections, trials, spreads, comparisons, intervals, bounds, swept, details, stop);
    }
}
