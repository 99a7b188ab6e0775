package kelvin.results;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.jar.JarFile;
import kelvin.experiment.Experiment;
import kelvin.file.IoMessage;
import kelvin.json.Json;
import kelvin.metric.InterimLooks;
import kelvin.metric.StepUnit;
import kelvin.metric.StopReport;
import kelvin.yaml.BadInput;
import kelvin.yaml.Binder;
import kelvin.yaml.Catalog;
import kelvin.yaml.RecordWriter;
import kelvin.yaml.SourceLocation;
import kelvin.yaml.YamlDocument;
import kelvin.yaml.YamlMapping;
import kelvin.yaml.YamlMapping.Field;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** {@code manifest.json}: which values gave a results folder, by which Kelvin, on which machine, and how fast. */
final class Manifest {
    static final String FILE = "manifest.json";
    private static final String VALUES = "values";
    private static final String FORMAT_KEY = "format";
    private static final String SUM = "sha256";
    private static final String FILES = "files";
    private static final String STOP = "stop";
    private static final String REPETITIONS = "repetitions";
    private static final String SECONDS = "learner_seconds";
    private static final String UNIT = "unit";

    /** Of the files in a results folder; a manifest without a number is of the first. */
    private static final int FORMAT = 1;

    private Manifest() {}

    /**
     * The text of a manifest; only here may equal runs differ.
     *
     * @param stop why playing ended, where the data decided
     * @param effort what playing took
     * @param sums the SHA-256 of each data file
     */
    static String text(Experiment experiment, Optional<StopReport> stop, Effort effort, Map<String, String> sums) {
        Object values = RecordWriter.of(experiment);
        double seconds = effort.wall().toNanos() / 1e9;
        Map<String, Object> all = new LinkedHashMap<>();
        all.put(FORMAT_KEY, FORMAT);
        all.putAll(maker());
        all.put("wall_seconds", seconds);
        int repetitions = stop.map(StopReport::repetitions)
                .orElse(experiment.repetitions().most());
        all.put(
                "decisions",
                experiment.horizon() * repetitions * experiment.learners().size());
        all.put("decisions_played", effort.decisions());
        all.put("decisions_per_second", Math.round(effort.decisions() / Math.max(seconds, 1e-9)));
        all.put("left_out", experiment.leftOut());
        stop.ifPresent(reason -> all.put(STOP, stop(reason)));
        all.put(SECONDS, effort.seconds());
        all.put(UNIT, experiment.unit().name().toLowerCase(Locale.ROOT));
        all.put(SUM, Json.sha256(values));
        all.put(FILES, sums);
        all.put(VALUES, values);
        return Json.pretty(all);
    }

    /** The effective values that a folder's results came from, as a tree like {@link RecordWriter}'s. */
    static Map<?, ?> values(Path folder) {
        if (read(folder).get(VALUES) instanceof Map<?, ?> values) {
            return values;
        }
        throw new BadInput(folder.resolve(FILE) + ": found no " + VALUES + ", must be a manifest that Kelvin wrote");
    }

    /** What is wrong with a manifest, in words: it cannot be read, or holds other values than were written. */
    static Optional<String> damage(Path folder) {
        try {
            stop(folder);
            boolean same = Json.sha256(values(folder)).equals(read(folder).get(SUM));
            return same ? Optional.empty() : Optional.of(folder.resolve(FILE) + ": has changed since Kelvin wrote it");
        } catch (BadInput e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
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

    /** Why playing ended, where the data decided. */
    static Optional<StopReport> stop(Path folder) {
        if (!(read(folder).get(STOP) instanceof Map<?, ?> all)) {
            return Optional.empty();
        }
        Path file = folder.resolve(FILE);
        return Optional.of(new StopReport(
                String.valueOf(all.get("of")),
                number(all, "half_width_asked", file),
                number(all, "half_width", file),
                String.valueOf(all.get("widest")),
                (int) number(all, "look", file),
                new InterimLooks(Math.max(1, (int) number(all, "looks", file))),
                (int) number(all, REPETITIONS, file)));
    }

    private static double number(Map<?, ?> all, String key, Path file) {
        if (all.get(key) instanceof Number number) {
            return number.doubleValue();
        }
        throw new BadInput(file + ": " + STOP + "." + key + ": found " + all.get(key) + ", must be a number");
    }

    /** The experiment that a folder's results came from. */
    static Experiment experiment(Path folder, Catalog catalog) {
        values(folder);
        Path file = folder.resolve(FILE);
        SourceLocation top = SourceLocation.top(file.toString());
        Field values = YamlMapping.of(YamlDocument.parse(top.source(), bytes(file)), top)
                .get(VALUES);
        return new Binder(catalog)
                .bind(Experiment.class, Objects.requireNonNull(values).value(), values.place());
    }

    /** By which Kelvin and on which Java results were written, as far as that is not this one here. */
    static Optional<String> otherMaker(Path folder) {
        Map<?, ?> kept = read(folder);
        Map<String, Object> here = maker();
        List<String> other = here.keySet().stream()
                .filter(key -> !Objects.equals(here.get(key), kept.get(key)))
                .map(key -> key + " " + kept.get(key) + ", here " + here.get(key))
                .toList();
        return other.isEmpty() ? Optional.empty() : Optional.of("written by " + String.join("; ", other));
    }

    /** The SHA-256 that each data file had when it was written; empty where none was taken down. */
    static Map<?, ?> sums(Path folder) {
        return read(folder).get(FILES) instanceof Map<?, ?> sums ? sums : Map.of();
    }

    /** How long each learner played; empty where it was not taken down. */
    static Map<String, Double> seconds(Path folder) {
        Map<String, Double> seconds = new LinkedHashMap<>();
        if (read(folder).get(SECONDS) instanceof Map<?, ?> learners) {
            learners.forEach((label, time) -> {
                if (time instanceof Number number) {
                    seconds.put(String.valueOf(label), number.doubleValue());
                }
            });
        }
        return seconds;
    }

    /** What steps are. */
    static StepUnit unit(Path folder) {
        return "episode".equals(read(folder).get(UNIT)) ? StepUnit.EPISODE : StepUnit.STEP;
    }

    /** How a folder differs in format from what this version reads, if it does. */
    static Optional<String> otherFormat(Path folder) {
        Object format = read(folder).get(FORMAT_KEY);
        return format == null || format.equals(FORMAT)
                ? Optional.empty()
                : Optional.of("format " + format + " instead of " + FORMAT);
    }

    /** Everything that a folder's manifest says. */
    static Map<?, ?> read(Path folder) {
        Path file = folder.resolve(FILE);
        byte[] bytes = bytes(file);
        YamlDocument.parse(file.toString(), bytes);
        try {
            LoadSettings settings =
                    LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
            Object all = new Load(settings).loadFromString(new String(bytes, StandardCharsets.UTF_8));
            return all instanceof Map<?, ?> map ? map : Map.of();
        } catch (YamlEngineException e) {
            throw new BadInput(
                    file + ": cannot be read: " + String.valueOf(e.getMessage()).replaceAll("\\s+", " "));
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new BadInput(file + ": cannot be read: " + IoMessage.of(e));
        }
    }

    private static Map<String, Object> maker() {
        Map<String, Object> maker = new LinkedHashMap<>();
        maker.put("kelvin", version());
        commit().ifPresent(commit -> maker.put("commit", commit));
        maker.put("java", Runtime.version().toString() + ", " + System.getProperty("java.vm.name"));
        maker.put(
                "os",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"));
        return maker;
    }

    private static String version() {
        return Optional.ofNullable(Manifest.class.getPackage().getImplementationVersion())
                .orElse("not packaged");
    }

    /** The commit that the jar was built from, where the build knew it. */
    private static Optional<String> commit() {
        URL home = Manifest.class.getProtectionDomain().getCodeSource().getLocation();
        try {
            Path jar = Path.of(home.toURI());
            if (Files.isDirectory(jar)) {
                return Optional.empty();
            }
            try (JarFile open = new JarFile(jar.toFile())) {
                return Optional.ofNullable(
                                open.getManifest().getMainAttributes().getValue("Git-Commit"))
                        .filter(commit -> !commit.isBlank());
            }
        } catch (IOException | URISyntaxException e) {
            return Optional.empty();
        }
    }
}
