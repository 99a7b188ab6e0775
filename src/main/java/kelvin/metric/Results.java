package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kelvin.contract.Stability;

/**
 * All results of an experiment: everything that a results folder keeps and a chart may show.
 *
 * @param question the question the experiment asks
 * @param unit the unit of its steps
 * @param series a curve per learner and metric, learners in the order of the experiment
 * @param spans reward and optimal actions over spans of several reported steps, of which {@code steps} are the ends; empty where each
 *     reported step is such a span
 * @param selections how often each learner chose each arm, in the same order
 * @param trials the values at the horizon per learner and metric, in the same order
 * @param spreads the spread of the regret of single repetitions, in the same order
 * @param comparisons each learner but the baseline compared with it, regret at several steps, then each metric at the horizon
 * @param intervals bootstrap intervals of regret and of its differences, where repetitions are too skewed for Student's
 * @param bounds lower bounds of regret, where one is proven for the problem
 * @param changes the steps after which the problem changes abruptly; empty for most problems
 * @param axes the axes of a sweep; empty without one
 * @param swept a metric of a learner at each point of a sweep; empty without one
 * @param traces the internals of learners over time, where the experiment asks for them
 * @param maps the policies of agents at each place, in worlds that are grids
 * @param contexts what there is where contexts are seen
 * @param rewards the rewards of single pulls of each arm, the best first, where the experiment asks for them
 * @param seconds the processor time of each learner in seconds, added up over threads; empty if not known
 * @param stop the reason why playing ended, where the data decided
 */
@Stability(MAY_CHANGE)
public record Results(
        String question,
        StepUnit unit,
        List<MetricCurve> series,
        List<MetricCurve> spans,
        List<SelectionShares> selections,
        List<RunValues> trials,
        List<RegretSpread> spreads,
        List<Comparison> comparisons,
        List<SkewedInterval> intervals,
        List<RegretBound> bounds,
        List<Long> changes,
        List<SweptAxis> axes,
        List<SweepPoint> swept,
        List<Trace> traces,
        List<ActionMap> maps,
        ContextResults contexts,
        List<RewardHistogram> rewards,
        Map<String, Double> seconds,
        Optional<StopReport> stop) {
    public Results {
        series = List.copyOf(series);
        spans = List.copyOf(spans);
        selections = List.copyOf(selections);
        trials = List.copyOf(trials);
        spreads = List.copyOf(spreads);
        comparisons = List.copyOf(comparisons);
        intervals = List.copyOf(intervals);
        bounds = List.copyOf(bounds);
        changes = List.copyOf(changes);
        axes = List.copyOf(axes);
        swept = List.copyOf(swept);
        traces = List.copyOf(traces);
        maps = List.copyOf(maps);
        rewards = List.copyOf(rewards);
        seconds = Collections.unmodifiableMap(new LinkedHashMap<>(seconds));
    }

    /**
     * Starts results that are empty but for a question.
     *
     * @param question the question the experiment asks
     * @return a builder of results
     */
    public static ResultsBuilder builder(String question) {
        return new ResultsBuilder(question);
    }

    /**
     * Starts a changed copy.
     *
     * @return a builder that holds these results
     */
    public ResultsBuilder toBuilder() {
        return new ResultsBuilder(question)
                .unit(unit)
                .series(series)
                .spans(spans)
                .selections(selections)
                .trials(trials)
                .spreads(spreads)
                .comparisons(comparisons)
                .intervals(intervals)
                .bounds(bounds)
                .changes(changes)
                .swept(axes, swept)
                .traces(traces)
                .maps(maps)
                .contexts(contexts)
                .rewards(rewards)
                .seconds(seconds)
                .stop(stop);
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
     * Returns the traces of one quantity as means over all repetitions.
     *
     * @param quantity the quantity
     * @return its traces, learners in the order of the experiment; those of which nothing is known are left out
     */
    public List<Trace> means(TracedQuantity quantity) {
        return traces.stream()
                .filter(trace -> trace.quantity() == quantity && trace.ofAll() && trace.known())
                .toList();
    }

    /**
     * Returns the results of some learners.
     *
     * @param learners their labels
     * @return everything that is about one of them; bounds, rewards and running times stay
     */
    public Results of(Set<String> learners) {
        return toBuilder()
                .series(of(learners, series, MetricCurve::learner))
                .spans(of(learners, spans, MetricCurve::learner))
                .selections(of(learners, selections, SelectionShares::learner))
                .trials(of(learners, trials, RunValues::learner))
                .spreads(of(learners, spreads, RegretSpread::learner))
                .comparisons(of(learners, comparisons, Comparison::learner))
                .intervals(of(learners, intervals, SkewedInterval::learner))
                .swept(axes, of(learners, swept, SweepPoint::learner))
                .traces(of(learners, traces, Trace::learner))
                .maps(of(learners, maps, ActionMap::learner))
                .contexts(contexts.of(learners))
                .build();
    }

    /**
     * Returns the results of some learners in an order.
     *
     * @param learners their labels in order
     * @return everything that is about one of them, by learner in that order; bounds and rewards stay
     */
    public Results inOrder(List<String> learners) {
        Results some = of(Set.copyOf(learners));
        Map<String, Double> times = new LinkedHashMap<>();
        learners.stream().filter(seconds::containsKey).forEach(learner -> times.put(learner, seconds.get(learner)));
        return some.toBuilder()
                .series(ordered(learners, some.series, MetricCurve::learner))
                .selections(ordered(learners, some.selections, SelectionShares::learner))
                .trials(ordered(learners, some.trials, RunValues::learner))
                .spreads(ordered(learners, some.spreads, RegretSpread::learner))
                .comparisons(ordered(learners, some.comparisons, Comparison::learner))
                .swept(axes, ordered(learners, some.swept, SweepPoint::learner))
                .traces(ordered(learners, some.traces, Trace::learner))
                .maps(ordered(learners, some.maps, ActionMap::learner))
                .seconds(times)
                .build();
    }

    private static <T> List<T> ordered(List<String> learners, List<T> all, Function<T, String> label) {
        return all.stream()
                .sorted(Comparator.comparingInt(each -> learners.indexOf(label.apply(each))))
                .toList();
    }

    private static <T> List<T> of(Set<String> learners, List<T> all, Function<T, String> label) {
        return all.stream().filter(each -> learners.contains(label.apply(each))).toList();
    }
}
