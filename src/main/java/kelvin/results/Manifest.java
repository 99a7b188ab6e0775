package kelvin.results;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import kelvin.experiment.Catalog;
import kelvin.experiment.Experiment;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.OwnClasses;
import kelvin.file.IoMessage;
import kelvin.json.Json;
import kelvin.metric.ContextResults;
import kelvin.metric.InterimLooks;
import kelvin.metric.StepUnit;
import kelvin.metric.StopReport;
import kelvin.yaml.BadInput;
import kelvin.yaml.SourceLocation;
import kelvin.yaml.YamlDocument;
import kelvin.yaml.YamlMapping;
import kelvin.yaml.YamlMapping.Field;

/**
 * The contents of {@code manifest.json}: the values that gave a results folder, the Kelvin and machine that played them, the
 * speed, and the checksum of each data file. Read once, it does not change when the file does.
 *
 * @param file the file that the text was read from or is written to
 * @param text the JSON text
 * @param members everything that the text says, by key
 */
record Manifest(Path file, String text, Map<?, ?> members) {
    static final String FILE = "manifest.json";
    private static final String VALUES = "values";
    private static final String FORMAT_KEY = "format";
    private static final String SUM = "sha256";
    private static final String FILES = "files";
    private static final String STOP = "stop";
    private static final String REPETITIONS = "repetitions";
    private static final String SECONDS = "learner_seconds";
    private static final String WALL = "wall_seconds";
    private static final String PLAYED = "decisions_played";
    private static final double NANOS = 1e9;
    private static final String UNIT = "unit";
    private static final String PROBLEM = "problem";
    private static final String CONTEXTUAL = "contextual";
    static final String PLAYED_FILE = "file";
    static final String CLASSPATH = "classpath";
    static final String CLASSES = "classes";
    private static final String FIXED_COMPARATOR = "fixed_comparator";
    private static final String CHANGES = "changes";
    private static final String ARMS = "arms";

    /** The version of the format of results folders; a manifest without a number is of the first. */
    private static final int FORMAT_VERSION = 1;

    /**
     * Opens and reads the manifest of a results folder.
     *
     * @throws BadInput if it cannot be read or is not JSON
     */
    static Manifest read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            return of(file, YamlDocument.text(file.toString(), Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new BadInput(IoMessage.unreadable(file, e));
        }
    }

    /**
     * Parses the text of a manifest.
     *
     * @throws BadInput if it is not JSON
     */
    static Manifest of(Path file, String text) {
        Object all = YamlDocument.tree(file.toString(), text);
        return new Manifest(file, text, all instanceof Map<?, ?> map ? map : Map.of());
    }

    /**
     * Writes the text of a manifest; only here may equal runs differ.
     *
     * @param file what was played; named as it was on the command line, unless that was {@code experiments/NAME.yaml}
     * @param stop why playing ended, where the data decided
     * @param effort what playing took
     * @param sums the SHA-256 of each data file
     * @param build the {@linkplain Build#facts() facts} of the program that played
     */
    static String text(
            ExperimentFile file,
            Optional<StopReport> stop,
            Effort effort,
            Map<String, String> sums,
            Map<String, String> build) {
        Experiment experiment = file.experiment();
        Object values = Catalog.tree(experiment);
        double seconds = effort.wall().toNanos() / NANOS;
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(FORMAT_KEY, FORMAT_VERSION);
        all.putAll(build);
        if (!file.path().equals(Path.of("experiments", file.stem() + ".yaml"))) {
            all.put(PLAYED_FILE, file.path().toString());
        }
        if (!file.own().equals(OwnClasses.NONE)) {
            all.put(CLASSPATH, file.own().classpath());
            all.put(CLASSES, file.own().fingerprint());
        }
        all.put(WALL, seconds);
        int repetitions = stop.map(StopReport::repetitions)
                .orElse(experiment.repetitions().most());
        all.put(
                "decisions",
                experiment.horizon() * repetitions * experiment.learners().size());
        all.put(PLAYED, effort.decisions());
        all.put("decisions_per_second", Math.round(effort.decisions() / Math.max(seconds, 1e-9)));
        all.put("left_out", experiment.leftOut());
        stop.ifPresent(reason -> all.put(STOP, stop(reason)));
        all.put(SECONDS, effort.seconds());
        all.put(UNIT, experiment.unit().name().toLowerCase(Locale.ROOT));
        all.put(PROBLEM, experiment.scenario().problem(experiment.horizon()).noun());
        if (experiment.scenario().contextual()) {
            all.put(CONTEXTUAL, true);
        }
        if (!experiment.scenario().changes().isEmpty()) {
            all.put(CHANGES, experiment.scenario().changes());
        }
        ContextResults contexts = experiment.scenario().contexts();
        if (contexts.fixedComparator()) {
            all.put(FIXED_COMPARATOR, true);
        }
        if (!contexts.arms().isEmpty()) {
            all.put(ARMS, contexts.arms());
        }
        all.put(SUM, Json.sha256(values));
        all.put(FILES, sums);
        all.put(VALUES, values);
        return Json.pretty(all);
    }

    private static Map<String, Object> stop(StopReport stop) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("of", stop.of());
        all.put("half_width_asked", stop.halfWidth());
        all.put("half_width", stop.achieved());
        all.put("widest", stop.widest());
        all.put("look", stop.look());
        all.put("looks", stop.looks().count());
        all.put(REPETITIONS, stop.repetitions());
        all.put("enough", stop.enough());
        return all;
    }

    /** Returns the effective values of the experiment, as a tree like {@link Catalog#tree}'s. */
    Map<?, ?> values() {
        if (members.get(VALUES) instanceof Map<?, ?> values) {
            return values;
        }
        throw new BadInput(file + ": found no " + VALUES + ", must be a manifest that Kelvin wrote");
    }

    /** Says in words what is missing or has changed since the manifest was written; empty if nothing. */
    Optional<String> damage() {
        try {
            stop();
            boolean same = Json.sha256(values()).equals(members.get(SUM));
            return same ? Optional.empty() : Optional.of(file + ": has changed since Kelvin wrote it");
        } catch (BadInput e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }

    /** Returns why playing ended, where the data decided. */
    Optional<StopReport> stop() {
        if (!(members.get(STOP) instanceof Map<?, ?> all)) {
            return Optional.empty();
        }
        return Optional.of(new StopReport(
                String.valueOf(all.get("of")),
                number(all, "half_width_asked"),
                number(all, "half_width"),
                String.valueOf(all.get("widest")),
                (int) number(all, "look"),
                new InterimLooks(Math.max(1, (int) number(all, "looks"))),
                (int) number(all, REPETITIONS)));
    }

    private double number(Map<?, ?> all, String key) {
        if (all.get(key) instanceof Number number) {
            return number.doubleValue();
        }
        throw new BadInput(file + ": " + STOP + "." + key + ": found " + all.get(key) + ", must be a number");
    }

    /** Binds the experiment that the results came from. */
    Experiment experiment(Catalog catalog) {
        values();
        Field values = YamlMapping.of(YamlDocument.root(file.toString(), text)).get(VALUES);
        return catalog.binder().bind(Experiment.class, Objects.requireNonNull(values));
    }

    /** Returns the name of the random stream of a learner: the label that it was played under first. */
    String stream(String label) {
        return values().get("streams") instanceof Map<?, ?> names && names.get(label) instanceof String name
                ? name
                : label;
    }

    /** Returns the top of the file, for errors. */
    SourceLocation place() {
        return SourceLocation.top(file.toString());
    }

    /** Returns whether the classes of a user's own were the same when results were played; true where it was not noted. */
    boolean playedWith(OwnClasses own) {
        return !(members.get(CLASSES) instanceof String then && !then.equals(own.fingerprint()));
    }

    /** Returns the SHA-256 that each data file had when it was written; empty where none was taken. */
    Map<?, ?> sums() {
        return members.get(FILES) instanceof Map<?, ?> sums ? sums : Map.of();
    }

    /** Returns how many seconds each learner played, by label; empty where it was not measured. */
    Map<String, Double> seconds() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        if (members.get(SECONDS) instanceof Map<?, ?> learners) {
            learners.forEach((label, time) -> {
                if (time instanceof Number number) {
                    seconds.put(String.valueOf(label), number.doubleValue());
                }
            });
        }
        return seconds;
    }

    /** Returns what playing took, with other seconds of each learner. */
    Effort effort(Map<String, Double> seconds) {
        double wall = members.get(WALL) instanceof Number number ? number.doubleValue() : 0;
        long decisions = members.get(PLAYED) instanceof Number number ? number.longValue() : 0;
        return new Effort(Duration.ofNanos(Math.round(wall * NANOS)), decisions, seconds);
    }

    /** Returns the facts of the program that played. */
    Map<String, String> build() {
        Map<String, String> build = new LinkedHashMap<>();
        Stream.of("kelvin", "commit", "java", "os")
                .filter(members::containsKey)
                .forEach(key -> build.put(key, String.valueOf(members.get(key))));
        return build;
    }

    /** Returns what a step of the experiment is. */
    StepUnit unit() {
        return "episode".equals(members.get(UNIT)) ? StepUnit.EPISODE : StepUnit.STEP;
    }

    /** Returns the steps after which the problem changes abruptly. */
    List<Long> changes() {
        return texts(CHANGES).stream().map(Long::valueOf).toList();
    }

    private List<String> texts(String key) {
        return members.get(key) instanceof List<?> all
                ? all.stream().map(String::valueOf).toList()
                : List.of();
    }

    /** Returns what is known about contexts, without results. */
    ContextResults contexts() {
        return new ContextResults(
                Boolean.TRUE.equals(members.get(CONTEXTUAL)),
                Boolean.TRUE.equals(members.get(FIXED_COMPARATOR)),
                texts(ARMS),
                List.of(),
                List.of(),
                List.of());
    }

    /** Says how the format differs from the one that this version reads, if it does. */
    Optional<String> otherFormat() {
        Object format = members.get(FORMAT_KEY);
        return format == null || format.equals(FORMAT_VERSION)
                ? Optional.empty()
                : Optional.of("format " + format + " instead of " + FORMAT_VERSION);
    }
}
