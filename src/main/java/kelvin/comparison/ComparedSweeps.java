package kelvin.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kelvin.experiment.ComponentPath;
import kelvin.metric.InterimLooks;
import kelvin.metric.MetricEstimate;
import kelvin.metric.Pairing;
import kelvin.metric.RunDifference;
import kelvin.metric.RunDifference.Pair;
import kelvin.metric.StopReport;
import kelvin.metric.SweepDifference;
import kelvin.metric.SweepPoint;
import kelvin.metric.SweptAxis;
import kelvin.yaml.SourceLocation;

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
        return folder.results().axes().stream()
                .map(axis -> axis.name() + (axis.condition() ? " of the problem" : ""))
                .collect(Collectors.joining(" and "));
    }

    /** Returns the differences at the points that both of a pair have, metric by metric as in the folders. */
    List<SweepDifference> differences() {
        if (!comparable()) {
            return List.of();
        }
        List<SweepPoint> points = new ArrayList<>();
        List<Pair> tested = new ArrayList<>();
        comparablePairs()
                .forEach((learner, baseline) -> points(learner)
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

    /** Returns the pairs whose learners do not both vary parameters of their own, so that a value means the same for both. */
    private Map<ComparedLearner, ComparedLearner> comparablePairs() {
        Map<ComparedLearner, ComparedLearner> comparable = new LinkedHashMap<>();
        varyingPairs().forEach((learner, baseline) -> {
            Set<String> one = parameters(learner);
            Set<String> other = parameters(baseline);
            if (one.isEmpty() || other.isEmpty() || one.equals(other)) {
                comparable.put(learner, baseline);
            }
        });
        return comparable;
    }

    /** Returns the pairs of which anything is varied; the others are the same at all points. */
    private Map<ComparedLearner, ComparedLearner> varyingPairs() {
        Map<ComparedLearner, ComparedLearner> varying = new LinkedHashMap<>(pairs);
        boolean conditions = swept().stream()
                .flatMap(folder -> folder.results().axes().stream())
                .anyMatch(SweptAxis::condition);
        if (!conditions) {
            varying.entrySet()
                    .removeIf(pair -> parameters(pair.getKey()).isEmpty()
                            && parameters(pair.getValue()).isEmpty());
        }
        return varying;
    }

    /** Returns the paths within a learner that its experiment varies, each with its axis. */
    private Set<String> parameters(ComparedLearner learner) {
        Set<String> parameters = new TreeSet<>();
        if (estimates.folders().get(learner.folder()).values().get("sweep") instanceof Map<?, ?> axes) {
            axes.forEach((axis, paths) -> ((Map<?, ?>) paths)
                    .keySet().stream()
                            .map(path -> ComponentPath.parse(String.valueOf(path), SourceLocation.top("sweep"))
                                    .names())
                            .filter(names -> names.get(0).equals("learners") && names.indexOf(learner.learner()) == 1)
                            .forEach(names -> parameters.add(axis + " " + names.subList(2, names.size()))));
        }
        return parameters;
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

    /** Says why sweeps are not compared, which of their points are not, and how points are tested. */
    List<String> notes() {
        if (swept().isEmpty() || varyingPairs().isEmpty()) {
            return List.of();
        } else if (swept().size() < estimates.folders().size()) {
            return List.of("Sweeps are not compared: " + names(swept()) + " alone has one.");
        } else if (axes().size() > 1) {
            return List.of("Sweeps are not compared: "
                    + swept().stream()
                            .map(folder -> folder.name() + " varies " + axes(folder))
                            .collect(Collectors.joining(", "))
                    + ".");
        } else if (!estimates.atHorizon()) {
            return List.of(
                    "Sweeps are not compared: their points are known at the horizon only, and the horizons differ.");
        }
        List<String> notes = new ArrayList<>();
        if (comparablePairs().size() < varyingPairs().size()) {
            notes.add("Sweeps are compared where both of a pair vary the same parameters: for "
                    + comparablePairs().size() + " of " + varyingPairs().size() + " pairs.");
        }
        long common =
                differences().stream().map(each -> at(each.point())).distinct().count();
        long all = swept().stream()
                .flatMap(folder -> folder.results().swept().stream())
                .map(ComparedSweeps::at)
                .distinct()
                .count();
        if (common < all) {
            notes.add("Sweeps are compared at the " + common + " of " + all + " points that both of a pair have.");
        }
        if (differences().stream().anyMatch(each -> each.difference().pairing() == Pairing.BOUNDED)) {
            notes.add(
                    "Points of sweeps are kept as means: with one seed their intervals are the widest that any correlation"
                            + " allows (bound).");
        }
        return notes;
    }

    private static List<Double> at(SweepPoint point) {
        return List.of(point.value(), point.secondValue());
    }

    private static String names(List<ComparedFolder> folders) {
        return folders.stream().map(ComparedFolder::name).collect(Collectors.joining(" and "));
    }
}
