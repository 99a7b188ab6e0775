package kelvin.results;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import kelvin.contract.Stability;
import kelvin.yaml.BadInput;
import kelvin.yaml.YamlDocument;

/**
 * The provenance of the results in a folder: experiment, command, build and machine.
 *
 * @param name the name of the experiment
 * @param yaml the experiment file, as it was
 * @param command what plays it again, with the file and the options as they were written
 * @param facts the facts of the manifest that are equal for equal runs on one JDK, in its order: versions, sizes, checksum
 */
@Stability(MAY_CHANGE)
public record Provenance(String name, String yaml, String command, Map<String, String> facts) {
    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+", Pattern.UNICODE_CHARACTER_CLASS);

    /** The keys of the manifest that say on which machine, from which build and how fast results were played. */
    private static final Set<String> OF_ONE_RUN = Set.of(
            Manifest.PLAYED_FILE,
            Manifest.CLASSPATH,
            "commit",
            "os",
            "wall_seconds",
            "decisions_played",
            "decisions_per_second");

    /**
     * Reads the experiment file of a results folder.
     *
     * @throws BadInput if it cannot be read
     */
    static Provenance of(Path folder, Manifest manifest) {
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        String yaml = new String(YamlDocument.bytes(folder.resolve(FolderState.EXPERIMENT)), StandardCharsets.UTF_8);
        Map<String, String> facts = new LinkedHashMap<>();
        manifest.members().forEach((key, value) -> {
            if (!(value instanceof Map || value instanceof List || OF_ONE_RUN.contains(String.valueOf(key)))) {
                facts.put(String.valueOf(key).replace('_', ' '), String.valueOf(value));
            }
        });
        return new Provenance(
                name,
                yaml,
                command(file(name, manifest), options(manifest), manifest.values()),
                Collections.unmodifiableMap(facts));
    }

    private static String file(String name, Manifest manifest) {
        return manifest.members().get(Manifest.PLAYED_FILE) instanceof String file
                ? file
                : "experiments/" + name + ".yaml";
    }

    private static List<String> options(Manifest manifest) {
        return manifest.members().get(Manifest.CLASSPATH) instanceof String path
                ? List.of("--classpath", path)
                : List.of();
    }

    /** Returns the command with the options that were written, and the numbers that the command line may have replaced. */
    private static String command(String file, List<String> options, Map<?, ?> values) {
        List<String> words = new ArrayList<>(List.of("./kelvin run", quoted(file)));
        options.forEach(word -> words.add(quoted(word)));
        for (String number : List.of("seed", "horizon", "repetitions")) {
            if (values.get(number) instanceof Number n) {
                words.add("--" + number + " " + n);
            }
        }
        if (values.containsKey("streams")) {
            words.add("  # the file above, with its line of streams");
        }
        return String.join(" ", words);
    }

    /**
     * Returns a word as a shell takes it for one word.
     *
     * @param word any text
     * @return the word, in quotes where it needs them
     */
    public static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
