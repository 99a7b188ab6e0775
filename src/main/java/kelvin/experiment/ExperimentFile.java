package kelvin.experiment;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kelvin.chart.style.ChartOptions;
import kelvin.contract.InvalidValue;
import kelvin.contract.PlayerSpec;
import kelvin.contract.Stability;
import kelvin.json.Json;
import kelvin.policy.PolicySchedule;
import kelvin.random.Seed;
import kelvin.simulation.ReportSteps;
import kelvin.simulation.Scenario;
import kelvin.yaml.BadInput;
import kelvin.yaml.Binder;
import kelvin.yaml.Binder.Bound;
import kelvin.yaml.RecordFactory;
import kelvin.yaml.SourceLocation;
import kelvin.yaml.YamlDocument;
import kelvin.yaml.YamlMapping;
import kelvin.yaml.YamlMapping.Field;
import org.jspecify.annotations.Nullable;

/**
 * An experiment with the file that it was read from.
 *
 * @param path the file
 * @param bytes what the file holds, for the copy beside the results; shared, read it only
 * @param experiment what it says, command-line overrides included
 * @param sweep the experiment at every point of its sweep
 * @param own the classes of a user's own that it may name
 */
@Stability(MAY_CHANGE)
public record ExperimentFile(Path path, byte[] bytes, Experiment experiment, Sweep sweep, OwnClasses own) {
    private static final String PATHS = "paths and their values, such as {learners.hot.Softmax.temperature: [0.1, 1]}";
    private static final String AXES = "axes by name, each with " + PATHS;
    private static final int MAX_PROBED_STEPS = 200;

    /**
     * An experiment that names no classes of a user's own.
     *
     * @param path the file
     * @param bytes what the file holds; shared, read it only
     * @param experiment what it says
     * @param sweep the experiment at every point of its sweep
     */
    public ExperimentFile(Path path, byte[] bytes, Experiment experiment, Sweep sweep) {
        this(path, bytes, experiment, sweep, OwnClasses.NONE);
    }

    /**
     * An experiment without a sweep.
     *
     * @param path the file
     * @param bytes what the file holds; shared, read it only
     * @param experiment what it says
     */
    public ExperimentFile(Path path, byte[] bytes, Experiment experiment) {
        this(path, bytes, experiment, Sweep.NONE);
    }

    /**
     * Reads and checks an experiment without playing it.
     *
     * @param path a YAML file in UTF-8
     * @param catalog the names it may use
     * @param overrides what the command line replaces
     * @return the experiment, ready to play
     * @throws BadInput if anything is wrong with it; the message names file, line, path, what was found and what is allowed
     */
    public static ExperimentFile read(Path path, Catalog catalog, Overrides overrides) {
        byte[] bytes = YamlDocument.bytes(path);
        Binder binder = catalog.binder();
        SourceLocation top = SourceLocation.top(path.toString());
        YamlDocument.limitLines(top.source(), bytes);
        Field root = YamlDocument.root(top.source(), bytes);
        YamlMapping fields = YamlMapping.of(root, "an experiment, which begins with question: …");
        requireAxes(fields.get("sweep"));
        Experiment file = binder.bind(Experiment.class, root);
        Experiment experiment = overrides.in(file);
        Footprint.of(experiment, 1).require(key -> place(fields.get(key), top));
        tryOut(binder.bound(), experiment);
        requireFitting(experiment, fields.get("chart"));
        Field trace = fields.get("trace");
        if (trace != null
                && experiment.simulation().tracing().draws() > 0
                && !experiment.scenario().drawable()) {
            throw trace.place()
                    .error("rewards: must be 0 here, for arms that change, are shown together or belong to a world have"
                            + " no one distribution of rewards");
        }
        return new ExperimentFile(path, bytes, experiment, sweep(experiment, catalog, fields), catalog.own());
    }

    /** Rejects a sweep that is not written as axes of paths, in better words than for any mappings in mappings. */
    private static void requireAxes(@Nullable Field sweep) {
        if (sweep != null) {
            YamlMapping.of(sweep, AXES).all().values().forEach(axis -> YamlMapping.of(axis, PATHS));
        }
    }

    /** Rejects sizes of charts that do not go together. */
    private static void requireFitting(Experiment experiment, @Nullable Field chart) {
        if (chart != null) {
            try {
                experiment.chart().ifPresent(ChartOptions::resolved);
            } catch (InvalidValue e) {
                throw RecordFactory.invalid(e, "", YamlMapping.of(chart));
            }
        }
    }

    private static Sweep sweep(Experiment experiment, Catalog catalog, YamlMapping fields) {
        Field sweep = fields.get("sweep");
        return sweep == null ? Sweep.NONE : Sweep.of(experiment, catalog, sweep.place(), SweepAxes.written(sweep));
    }

    /**
     * Returns this file with other names of random streams.
     *
     * @param streams the names by label
     * @param catalog the names it may use
     * @return the same if they are its names; else a file that says them, in a line at its end where that is possible
     */
    public ExperimentFile with(Map<String, String> streams, Catalog catalog) {
        Experiment named = experiment.with(streams);
        if (named.streams().equals(experiment.streams())) {
            return this;
        }
        byte[] text = withLine(named.streams()).getBytes(StandardCharsets.UTF_8);
        if (!streams(text, catalog).equals(named.streams())) {
            text = Json.pretty(Catalog.tree(named)).getBytes(StandardCharsets.UTF_8);
        }
        YamlMapping fields = YamlMapping.of(YamlDocument.root(path.toString(), bytes));
        return new ExperimentFile(path, text, named, sweep(named, catalog, fields), own);
    }

    private String withLine(Map<String, String> streams) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        return text + (text.endsWith("\n") ? "" : "\n") + "streams: " + Json.canonical(streams) + "\n";
    }

    /** Returns the names of random streams in a text in place of this file; none where it cannot be read. */
    private Map<String, String> streams(byte[] text, Catalog catalog) {
        try {
            Field root = YamlDocument.root(path.toString(), text);
            return catalog.binder().bind(Experiment.class, root).streams();
        } catch (BadInput e) {
            return Map.of();
        }
    }

    /** Binds an experiment from JSON, checked as if it stood in the file at that place. */
    static Experiment bind(String json, Catalog catalog, SourceLocation place) {
        Binder binder = catalog.binder();
        SourceLocation top = new SourceLocation(place.source(), place.line(), "");
        Experiment experiment = binder.bind(Experiment.class, YamlDocument.unmarked(json, top));
        Footprint.of(experiment, 1).require(key -> place);
        tryOut(binder.bound(), experiment);
        return experiment;
    }

    private static SourceLocation place(@Nullable Field written, SourceLocation otherwise) {
        return written == null ? otherwise : written.place();
    }

    /**
     * Returns the name of the experiment and of its results folder.
     *
     * @return the file's name without its extension
     */
    public String stem() {
        String name = path.toAbsolutePath().normalize().getFileName().toString();
        int dot = name.lastIndexOf('.');
        return name.substring(0, Math.max(dot, 0)).replace(".", "").isEmpty() ? name : name.substring(0, dot);
    }

    /**
     * Rejects files whose results would go to one folder.
     *
     * @param files the files of one call
     * @throws BadInput if two have the same stem
     */
    public static void requireDistinctStems(List<ExperimentFile> files) {
        Map<String, Path> seen = new HashMap<>();
        for (ExperimentFile file : files) {
            Path first = seen.putIfAbsent(file.stem(), file.path);
            if (file.path.equals(first)) {
                throw new BadInput(file.path + ": is given twice");
            } else if (first != null) {
                throw new BadInput(file.path + ": its results would go to the same folder '" + file.stem()
                        + "' as those of " + first + "; rename one of them");
            }
        }
    }

    /** Finds schedules that leave their policy's range, learners that cannot play so many arms, and worlds that end too early, before any run. */
    private static void tryOut(List<Bound> all, Experiment experiment) {
        Scenario environment = experiment.environment();
        all.stream()
                .filter(bound -> bound.value() == experiment.testbed())
                .forEach(bound ->
                        tryOut(bound, "", () -> environment.check(Seed.of(experiment.seed()), experiment.horizon())));
        OutsideTrial trial = new OutsideTrial(all, probed(experiment));
        all.forEach(bound -> tryOut(bound, "", () -> trial.require(bound.value())));
        all.forEach(bound -> tryOut(bound, experiment, environment));
    }

    private static long[] probed(Experiment experiment) {
        return new ReportSteps.AtMost(MAX_PROBED_STEPS).steps(experiment.horizon());
    }

    private static void tryOut(Bound bound, Experiment experiment, Scenario environment) {
        if (bound.value() instanceof PolicySchedule policy) {
            for (long step : probed(experiment)) {
                tryOut(bound, "at step " + step + " ", () -> policy.at(step));
            }
        } else if (bound.value() instanceof PlayerSpec player) {
            Optional<String> obstacle = environment.obstacle(player);
            if (obstacle.isPresent()) {
                throw bound.fields().place().error(obstacle.get());
            }
            tryOut(bound, "", () -> environment.check(player, experiment.horizon()));
        }
    }

    private static void tryOut(Bound bound, String when, Runnable trial) {
        try {
            trial.run();
        } catch (InvalidValue e) {
            throw RecordFactory.invalid(e, when, bound.fields());
        } catch (RuntimeException | LinkageError e) {
            throw bound.fields().place().error(when + RecordFactory.say(e));
        }
    }
}
