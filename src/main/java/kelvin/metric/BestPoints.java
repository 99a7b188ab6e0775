package kelvin.metric;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kelvin.contract.Stability;

/**
 * The points of a sweep with the best mean: one of each learner under each condition. Of equal points the first is taken.
 *
 * @param axes the axes, one or two
 * @param metric what is compared
 * @param points every learner at every point in that metric; those of a learner with the first axis changing fastest
 */
@Stability(MAY_CHANGE)
public record BestPoints(List<SweptAxis> axes, Metric metric, List<SweepPoint> points) {
    public BestPoints {
        axes = List.copyOf(axes);
        points = List.copyOf(points);
    }

    /**
     * Selects the points of one metric.
     *
     * @param axes the axes of the sweep
     * @param metric the metric
     * @param swept every metric of every learner at every point
     * @return the points in that metric; none where it was not measured
     */
    public static BestPoints of(List<SweptAxis> axes, Metric metric, List<SweepPoint> swept) {
        return new BestPoints(
                axes, metric, swept.stream().filter(s -> s.metric() == metric).toList());
    }

    /**
     * Selects the points of one metric, learners in the order of the experiment.
     *
     * @param results the results
     * @param metric the metric
     * @return the points in that metric; none where it was not measured, or there is no sweep
     */
    public static BestPoints of(Results results, Metric metric) {
        List<String> order =
                results.trials(metric).stream().map(RunValues::learner).toList();
        return of(
                results.axes(),
                metric,
                results.swept().stream()
                        .sorted(Comparator.comparingInt(point ->
                                order.contains(point.learner()) ? order.indexOf(point.learner()) : order.size()))
                        .toList());
    }

    /**
     * Returns whether points differ in the problem, so that only those under one condition can be compared.
     *
     * @return true if an axis is a condition
     */
    public boolean conditional() {
        return axes.stream().anyMatch(SweptAxis::condition);
    }

    /**
     * Returns whether a learner has a parameter to choose.
     *
     * @param learner its label
     * @return false if it is the same at all points under one condition
     */
    public boolean chooses(String learner) {
        return axes.stream().anyMatch(axis -> axis.isChoice(learner));
    }

    /**
     * Returns the condition under which a point was played.
     *
     * @param point a point
     * @return its values on those axes that are conditions; empty without any
     */
    public List<Double> condition(SweepPoint point) {
        return IntStream.range(0, axes.size())
                .filter(i -> axes.get(i).condition())
                .mapToObj(point::value)
                .toList();
    }

    /**
     * Returns all conditions.
     *
     * @return in the order of the points
     */
    public List<List<Double>> conditions() {
        return points.stream().map(this::condition).distinct().toList();
    }

    /**
     * Returns the points that compete: those of one learner under one condition.
     *
     * @return a list per learner and condition; learners in the order of the points, then conditions
     */
    public List<List<SweepPoint>> rivals() {
        Map<String, Map<List<Double>, List<SweepPoint>>> all = new LinkedHashMap<>();
        points.forEach(point -> all.computeIfAbsent(point.learner(), learner -> new LinkedHashMap<>())
                .computeIfAbsent(condition(point), condition -> new ArrayList<>())
                .add(point));
        return all.values().stream().flatMap(each -> each.values().stream()).toList();
    }

    /**
     * Returns the best of some points.
     *
     * @param rivals one point or more
     * @return the one with the best mean, the first of several
     */
    public SweepPoint best(List<SweepPoint> rivals) {
        return rivals.stream().reduce(this::better).orElseThrow();
    }

    /**
     * Returns the best point of each learner under each condition.
     *
     * @return in the order of {@link #rivals}
     */
    public List<SweepPoint> ofLearners() {
        return rivals().stream().map(this::best).toList();
    }

    /**
     * Returns the learners that are best under each condition, each at its best point.
     *
     * @return a list per condition, of one point unless several learners have the same mean
     */
    public List<List<SweepPoint>> ofConditions() {
        Function<SweepPoint, List<Double>> key = this::condition;
        Map<List<Double>, List<SweepPoint>> learners =
                ofLearners().stream().collect(Collectors.groupingBy(key, LinkedHashMap::new, Collectors.toList()));
        List<List<SweepPoint>> best = new ArrayList<>();
        learners.values().forEach(all -> {
            double mean = best(all).mean();
            best.add(all.stream().filter(point -> point.mean() == mean).toList());
        });
        return best;
    }

    private SweepPoint better(SweepPoint a, SweepPoint b) {
        int order = Double.compare(b.mean(), a.mean());
        return (metric.larger() ? order > 0 : order < 0) ? b : a;
    }
}
