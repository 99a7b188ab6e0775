package kelvin.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.metric.InterimLooks;
import kelvin.metric.MetricEstimate;
import kelvin.metric.RunDifference;
import kelvin.metric.RunDifference.Pair;
import kelvin.metric.StopReport;
import kelvin.metric.SweepDifference;
import kelvin.metric.SweepPoint;

/**
 * The sweeps of some folders, compared point by point.
 *
 * @param estimates the folders, the names of learners and the step
 * @param pairs which learners are compared
 */
record ComparedSweeps(StepEstimates estimates, Map<ComparedLearner, ComparedLearner> pairs) {
    /** Returns whether all folders have sweeps of the same axes, up to the same horizon. */
    boolean comparable() {
        return swept().size() == estimates.folders().size() && axes().size() == 1 && estimates.atHorizon();
    }

    private List<ComparedFolder> swept() {
        return estimates.folders().stream()
                .filter(folder -> !folder.results().swept().isEmpty())
                .toList();
    }

    /** Returns what is varied in each folder, without repetition. */
    private List<String> axes() {
        return swept().stream().map(ComparedSweeps::axes).distinct().toList();
    }

    private static String axes(ComparedFolder folder) {
        SweepPoint any = folder.results().swept().get(0);
        return any.axis() + (any.twofold() ? " and " + any.secondAxis() : "");
    }

    /** Returns the differences at the points that both of a pair have, metric by metric as in the folders. */
    List<SweepDifference> differences() {
        if (!comparable()) {
            return List.of();
        }
        List<SweepPoint> points = new ArrayList<>();
        List<Pair> tested = new ArrayList<>();
        pairs.forEach((learner, baseline) -> points(learner)
                .forEach(point -> points(baseline)
                        .filter(other -> isSamePoint(point, other))
                        .forEach(other -> {
                            points.add(point);
                            tested.add(new Pair(
                                    estimate(point, learner),
                                    estimate(other, baseline),
                                    estimates.sharing(learner, baseline)));
                        })));
        List<RunDifference> differences = RunDifference.of(tested);
        return IntStream.range(0, points.size())
                .mapToObj(i -> new SweepDifference(points.get(i), differences.get(i)))
                .toList();
    }

    private Stream<SweepPoint> points(ComparedLearner learner) {
        return estimates.folders().get(learner.folder()).results().swept().stream()
                .filter(point -> point.learner().equals(learner.learner()));
    }

    private static boolean isSamePoint(SweepPoint one, SweepPoint other) {
        return one.metric() == other.metric()
                && Double.compare(one.value(), other.value()) == 0
                && Double.compare(one.secondValue(), other.secondValue()) == 0;
    }

    private MetricEstimate estimate(SweepPoint point, ComparedLearner learner) {
        InterimLooks looks = estimates
                .folders()
                .get(learner.folder())
                .results()
                .stop()
                .map(StopReport::looks)
                .orElse(InterimLooks.ONE);
        return MetricEstimate.of(point, estimates.step(), looks).named(estimates.name(learner));
    }

    /** Says why sweeps are not compared, or which of their points are not. */
    Optional<String> note() {
        if (swept().isEmpty()) {
            return Optional.empty();
        } else if (swept().size() < estimates.folders().size()) {
            return Optional.of("Sweeps are not compared: " + names(swept()) + " alone has one.");
        } else if (axes().size() > 1) {
            return Optional.of("Sweeps are not compared: "
                    + swept().stream()
                            .map(folder -> folder.name() + " varies " + axes(folder))
                            .collect(Collectors.joining(", "))
                    + ".");
        } else if (!estimates.atHorizon()) {
            return Optional.of(
                    "Sweeps are not compared: their points are known at the horizon only, and the horizons differ.");
        }
        long common =
                differences().stream().map(each -> at(each.point())).distinct().count();
        long all = swept().stream()
                .flatMap(folder -> folder.results().swept().stream())
                .map(ComparedSweeps::at)
                .distinct()
                .count();
        return common == all
                ? Optional.empty()
                : Optional.of(
                        "Sweeps are compared at the " + common + " of " + all + " points that both of a pair have.");
    }

    private static List<Double> at(SweepPoint point) {
        return List.of(point.value(), point.secondValue());
    }

    private static String names(List<ComparedFolder> folders) {
        return folders.stream().map(ComparedFolder::name).collect(Collectors.joining(" and "));
    }
}
