package kelvin.comparison;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import kelvin.metric.InterimLooks;
import kelvin.metric.MetricCurve;
import kelvin.metric.RegretSpread;
import kelvin.metric.Results;
import kelvin.metric.RunValues;
import kelvin.metric.SkewedInterval;
import kelvin.metric.SweepPoint;
import kelvin.metric.SweptAxis;

/**
 * The results of some learners of several folders as if one experiment had played them, up to a step.
 *
 * @param estimates the folders, the name of each learner, and the last step shown
 */
record Overlay(StepEstimates estimates) {
    /** Returns the curves, and the values at the horizon where it is the last step of all. */
    Results results(String question, boolean swept) {
        boolean horizon = estimates.atHorizon();
        Results first = estimates.folders().get(0).results();
        return Results.builder(question)
                .unit(first.unit())
                .changes(first.changes().stream()
                        .filter(change -> change < estimates.step())
                        .toList())
                .contexts(first.contexts().with(List.of(), List.of(), List.of()))
                .series(all(Results::series, MetricCurve::learner, this::named))
                .spans(all(Results::spans, MetricCurve::learner, this::named))
                .trials(horizon ? all(Results::trials, RunValues::learner, this::named) : List.of())
                .spreads(all(this::spreads, RegretSpread::learner, this::named))
                .intervals(all(this::own, SkewedInterval::learner, this::named))
                .swept(
                        swept ? axes() : List.of(),
                        swept ? all(Results::swept, SweepPoint::learner, this::named) : List.of())
                .build();
    }

    /** Returns everything of one kind, learner by learner in the order of their names. */
    private <T> List<T> all(
            Function<Results, List<T>> kind, Function<T, String> label, BiFunction<T, String, T> named) {
        List<T> all = new ArrayList<>();
        estimates
                .names()
                .forEach((learner, name) -> kind
                        .apply(estimates.folders().get(learner.folder()).results())
                        .stream()
                        .filter(each -> label.apply(each).equals(learner.learner()))
                        .map(each -> named.apply(each, name))
                        .forEach(all::add));
        return all;
    }

    /** Returns the largest number of looks: an interval adjusted for more of them is wider, and stays true. */
    private InterimLooks looks() {
        return new InterimLooks(estimates.folders().stream()
                .flatMap(folder -> folder.results().trials().stream())
                .mapToInt(trials -> trials.looks().count())
                .max()
                .orElse(1));
    }

    private MetricCurve named(MetricCurve curve, String name) {
        int length = upToStep(curve.steps());
        return new MetricCurve(
                name,
                curve.metric(),
                Arrays.copyOf(curve.steps(), length),
                Arrays.copyOf(curve.mean(), length),
                Arrays.copyOf(curve.standardError(), length),
                curve.repetitions(),
                looks());
    }

    private RunValues named(RunValues values, String name) {
        return new RunValues(name, values.metric(), values.values(), looks());
    }

    private List<RegretSpread> spreads(Results results) {
        return results.spreads().stream()
                .filter(spread -> spread.steps()[0] <= estimates.step())
                .toList();
    }

    private RegretSpread named(RegretSpread spread, String name) {
        int length = upToStep(spread.steps());
        return new RegretSpread(
                name,
                Arrays.copyOf(spread.steps(), length),
                Arrays.copyOf(spread.quantiles(), length),
                spread.linear());
    }

    private int upToStep(long[] steps) {
        return (int)
                Arrays.stream(steps).filter(each -> each <= estimates.step()).count();
    }

    /** Returns the intervals of regret itself, without those of differences within the experiment. */
    private List<SkewedInterval> own(Results results) {
        return results.intervals().stream()
                .filter(interval -> interval.baseline().isEmpty() && interval.step() <= estimates.step())
                .toList();
    }

    private SkewedInterval named(SkewedInterval interval, String name) {
        return new SkewedInterval(name, "", interval.step(), interval.low(), interval.high());
    }

    private SweepPoint named(SweepPoint point, String name) {
        return new SweepPoint(
                point.axis(),
                point.value(),
                point.secondAxis(),
                point.secondValue(),
                name,
                point.metric(),
                point.mean(),
                point.standardError(),
                point.low(),
                point.high(),
                point.repetitions());
    }

    /** Returns the axes of the sweeps, which are the same in all folders but for the learners and values on them. */
    private List<SweptAxis> axes() {
        List<SweptAxis> axes = new ArrayList<>();
        for (int i = 0; i < estimates.folders().get(0).results().axes().size(); i++) {
            SweptAxis first = estimates.folders().get(0).results().axes().get(i);
            Set<String> learners = new HashSet<>();
            Map<Double, String> written = new LinkedHashMap<>();
            for (int folder = 0; folder < estimates.folders().size(); folder++) {
                SweptAxis axis =
                        estimates.folders().get(folder).results().axes().get(i);
                axis.written().forEach(written::putIfAbsent);
                for (String label : axis.learners()) {
                    learners.add(estimates.name(new ComparedLearner(folder, label)));
                }
            }
            axes.add(new SweptAxis(first.name(), first.condition(), learners, written));
        }
        return axes;
    }
}
