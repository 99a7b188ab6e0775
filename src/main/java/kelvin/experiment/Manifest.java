package kelvin.experiment;

import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarFile;
import kelvin.json.Json;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** {@code manifest.json}: which values gave a results folder, by which Kelvin, on which machine, and how fast. */
final class Manifest {
    static final String FILE = "manifest.json";
    private static final String VALUES = "values";

    private Manifest() {}

    /** The text of a manifest; only here may equal runs differ. */
    static String text(Experiment experiment, Duration wall) {
        Object values = Tree.of(experiment);
        double seconds = wall.toNanos() / 1e9;
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("kelvin", version());
        commit().ifPresent(commit -> all.put("commit", commit));
        all.put("java", Runtime.version().toString() + ", " + System.getProperty("java.vm.name"));
        all.put(
                "os",
                System.getProperty("os.name") + " " + System.getProperty("os.version") + ", "
                        + System.getProperty("os.arch"));
        all.put("wall_seconds", seconds);
        all.put("decisions", experiment.decisions());
        all.put("decisions_per_second", Math.round(experiment.decisions() / Math.max(seconds, 1e-9)));
        all.put("sha256", Json.sha256(values));
        all.put(VALUES, values);
        return Json.pretty(all);
    }

    /** The effective values that a folder's results came from, as a tree like {@link Tree}'s. */
    static Map<?, ?> values(Path folder) {
        Path file = folder.resolve(FILE);
        Document.parse(file.toString(), Document.bytes(file));
        try {
            LoadSettings settings =
                    LoadSettings.builder().setCodePointLimit(Integer.MAX_VALUE).build();
            Object all = new Load(settings).loadFromString(Files.readString(file));
            if (all instanceof Map<?, ?> map && map.get(VALUES) instanceof Map<?, ?> values) {
                return values;
            }
        } catch (IOException | YamlEngineException e) {
            throw new BadInput(file + ": cannot be read: " + e.getMessage());
        }
        throw new BadInput(file + ": found no " + VALUES + ", must be a manifest that Kelvin wrote");
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
