package kelvin.experiment;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import kelvin.contract.PlayerSpec;
import kelvin.contract.Stability;
import kelvin.json.Json;
import kelvin.metric.Metric;
import kelvin.metric.RunValues;
import kelvin.metric.SweepPoint;
import kelvin.metric.SweptAxis;
import kelvin.numeric.ShortestDecimal;
import kelvin.simulation.Checkpoints;
import kelvin.simulation.RunCancelled;
import kelvin.simulation.SimulationSession;
import kelvin.yaml.SourceLocation;

/**
 * An experiment at every point of its sweep.
 *
 * <p>At a point every path takes the value of its axis. A learner with a path that does not list the value sits the point out; so
 * learners may have ranges of their own. A learner that nothing is varied of gives the same at every point, and is played once
 * where runs are saved.
 *
 * @param points the points, the first axis changing fastest
 * @param axes the axes: choices of learners, or conditions of the problem
 */
@Stability(MAY_CHANGE)
public record Sweep(List<Point> points, List<SweptAxis> axes) {
    private static final String KEY = "sweep";
    private static final int MOST_AXES = 2;

    /** Keys of an experiment on which no number of a point depends. */
    private static final Set<String> NOT_PLAYED = Set.of(KEY, "baseline", "report", "trace", "chart");

    private static final int MOST_POINTS = 10_000;

    /**
     * One point.
     *
     * @param at the value of each axis
     * @param experiment what is played there
     */
    public record Point(Map<String, Double> at, Experiment experiment) {
        /** Returns the row of these values at the horizon. */
        public SweepPoint swept(RunValues trials) {
            return SweepPoint.of(axis(0), value(0), axis(1), value(1), trials);
        }

        /** Returns whether a row is of a learner at this point. */
        public boolean holds(SweepPoint row, String learner) {
            return row.learner().equals(learner)
                    && Double.compare(row.value(), value(0)) == 0
                    && Double.compare(row.secondValue(), value(1)) == 0;
        }

        /** Returns the value of each axis, such as {@code τ = 0.01, p = 0.5}. */
        public String text() {
            return at.entrySet().stream()
                    .map(value -> value.getKey() + " = " + ShortestDecimal.text(value.getValue()))
                    .collect(Collectors.joining(", "));
        }

        private String axis(int i) {
            return at.keySet().stream().skip(i).findFirst().orElse("");
        }

        private double value(int i) {
            return at.getOrDefault(axis(i), Double.NaN);
        }
    }

    /** Nothing varied. */
    static final Sweep NONE = new Sweep(List.of(), List.of());

    /**
     * Creates the points of the sweep of an experiment, each checked like a file.
     *
     * @param experiment the experiment
     * @param catalog the names it may use
     * @param place the place of its sweep, for errors
     * @param written by name of an axis, its values as the experiment file writes them
     * @return the points; none if nothing is varied
     * @throws kelvin.yaml.BadInput if a path leads nowhere, or a value is not allowed
     */
    public static Sweep of(
            Experiment experiment, Catalog catalog, SourceLocation place, Map<String, Map<Double, String>> written) {
        if (experiment.sweep().isEmpty()) {
            return NONE;
        } else if (experiment.sweep().size() > MOST_AXES) {
            throw place.error("found " + experiment.sweep().size() + " axes, must be one or two");
        }
        List<SweptAxis> axes = SweepAxes.of(experiment.sweep(), written, place);
        List<Map<String, Double>> at = List.of(Map.of());
        for (String axis : experiment.sweep().keySet()) {
            Set<Double> values = values(experiment.sweep().getOrDefault(axis, Map.of()), axis, place);
            long count = (long) at.size() * values.size();
            if (count > MOST_POINTS) {
                throw place.error("found " + count + " points, must be at most " + MOST_POINTS);
            }
            at = crossed(at, axis, values);
        }
        List<Point> points = new ArrayList<>();
        for (Map<String, Double> values : at) {
            point(experiment, values, catalog, place).ifPresent(points::add);
        }
        return new Sweep(points, axes);
    }

    /** Returns the values of an axis, ascending; a path outside of the learners must have them all. */
    private static Set<Double> values(Map<String, List<Double>> paths, String axis, SourceLocation place) {
        Set<Double> all = new TreeSet<>();
        paths.values().forEach(all::addAll);
        if (!Labels.isLine(axis)) {
            throw place.error("found the axis " + Labels.quoted(axis) + ", must be named by one line of text");
        } else if (all.isEmpty()) {
            throw place.error(axis + ": found no values, must be path: [values]");
        }
        paths.forEach((path, some) -> {
            List<String> names = ComponentPath.parse(path, place).names();
            if (NOT_PLAYED.contains(names.get(0)) || names.equals(List.of(SweepAxes.LEARNERS))) {
                throw place.error(axis + "." + path + ": must lead to a number of the problem or of a learner");
            } else if (!path.startsWith(SweepAxes.LEARNERS + ".") && !some.containsAll(all)) {
                throw place.error(
                        axis + "." + path + ": must have all values of its axis; only learners may leave some out");
            }
        });
        return all;
    }

    private static List<Map<String, Double>> crossed(
            List<Map<String, Double>> points, String axis, Set<Double> values) {
        List<Map<String, Double>> all = new ArrayList<>();
        for (double value : values) {
            for (Map<String, Double> point : points) {
                Map<String, Double> more = new LinkedHashMap<>(point);
                more.put(axis, value);
                all.add(more);
            }
        }
        return all;
    }

    private static Optional<Point> point(
            Experiment experiment, Map<String, Double> at, Catalog catalog, SourceLocation place) {
        Object tree = Catalog.tree(experiment);
        Set<String> out = new TreeSet<>();
        for (Map.Entry<String, Map<String, List<Double>>> axis :
                experiment.sweep().entrySet()) {
            double value = at.getOrDefault(axis.getKey(), Double.NaN);
            for (Map.Entry<String, List<Double>> path : axis.getValue().entrySet()) {
                ComponentPath parsed = ComponentPath.parse(path.getKey(), place);
                if (path.getValue().contains(value)) {
                    tree = parsed.set(tree, value, place);
                } else {
                    out.add(parsed.names().get(1));
                }
            }
        }
        Map<Object, Object> values = new HashMap<>((Map<?, ?>) tree);
        Map<Object, Object> learners =
                new LinkedHashMap<>((Map<?, ?>) values.getOrDefault(SweepAxes.LEARNERS, Map.of()));
        learners.keySet().removeIf(out::contains);
        if (learners.isEmpty()) {
            return Optional.empty();
        }
        values.put(SweepAxes.LEARNERS, learners);
        values.put("report", List.of(values.getOrDefault("horizon", 1)));
        values.computeIfPresent("baseline", (key, label) -> learners.containsKey(label) ? label : "");
        values.remove(KEY);
        values.remove("trace");
        values.remove("chart");
        values.computeIfPresent("streams", (key, names) -> only(learners.keySet(), (Map<?, ?>) names));
        return Optional.of(new Point(at, ExperimentFile.bind(Json.pretty(values), catalog, place)));
    }

    private static Map<Object, Object> only(Set<Object> labels, Map<?, ?> names) {
        Map<Object, Object> some = new LinkedHashMap<>(names);
        some.keySet().retainAll(labels);
        return some;
    }

    /**
     * Returns what is played where runs are saved: the points without the runs that the experiment itself or an earlier point has played.
     *
     * @param experiment the experiment outside of the sweep
     * @return an experiment per point at which something is left to play
     */
    public List<Experiment> distinct(Experiment experiment) {
        Set<List<Object>> known = new HashSet<>(runs(experiment).values());
        List<Experiment> all = new ArrayList<>();
        for (Point point : points) {
            Map<String, PlayerSpec> learners = new LinkedHashMap<>(point.experiment.learners());
            runs(point.experiment).forEach((label, run) -> {
                if (!known.add(run)) {
                    learners.remove(label);
                }
            });
            if (!learners.isEmpty()) {
                all.add(point.experiment.of(learners));
            }
        }
        return all;
    }

    /** Returns all that the runs of each learner depend on. */
    private static Map<String, List<Object>> runs(Experiment all) {
        Map<String, List<Object>> runs = new LinkedHashMap<>();
        all.learners()
                .forEach((label, learner) -> runs.put(
                        label,
                        List.of(
                                all.testbed(),
                                Arrays.stream(all.reportSteps()).boxed().toList(),
                                all.repetitions(),
                                all.trace(),
                                all.stream(label),
                                learner)));
        return runs;
    }

    /**
     * Returns the largest number of decisions to play.
     *
     * @return decisions of all points, as if none were played twice
     */
    public long decisions() {
        return points.stream().mapToLong(point -> point.experiment.decisions()).sum();
    }

    /**
     * Plays all points, one after the other.
     *
     * @param savings where the runs of an experiment are kept
     * @param threads how many threads play
     * @param progress told of decisions made
     * @param found told of decisions that need not be made, as their runs are kept
     * @param stop asked all the time whether to give up
     * @return every metric of every learner at every point
     * @throws RunCancelled if it was asked to give up, with the points finished by then
     */
    public List<SweepPoint> play(
            Function<Experiment, Checkpoints> savings,
            int threads,
            LongConsumer progress,
            LongConsumer found,
            BooleanSupplier stop) {
        List<SweepPoint> all = new ArrayList<>();
        for (Point point : points) {
            Experiment experiment = point.experiment;
            SimulationSession play = experiment.session(savings.apply(experiment));
            found.accept(experiment.decisions() - play.decisions());
            try {
                play.results(experiment.question(), experiment.baseline(), threads, progress, stop)
                        .trials()
                        .forEach(trials -> all.add(point.swept(trials)));
            } catch (RunCancelled stopped) {
                throw new RunCancelled(List.of(), all, stopped.kept() + repetitions(all));
            }
        }
        return all;
    }

    /** Returns the number of repetitions in rows that hold every metric. */
    private static long repetitions(List<SweepPoint> rows) {
        return rows.stream()
                .filter(row -> row.metric() == Metric.REGRET)
                .mapToLong(SweepPoint::repetitions)
                .sum();
    }
}
