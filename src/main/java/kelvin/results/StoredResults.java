package kelvin.results;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kelvin.contract.Stability;
import kelvin.experiment.Experiment;
import kelvin.file.Checksum;
import kelvin.file.IoMessage;
import kelvin.json.Json;
import kelvin.metric.Results;
import kelvin.metric.StopReport;
import kelvin.simulation.ReplicationPlan;
import kelvin.simulation.StoppingRule;
import kelvin.yaml.BadInput;
import kelvin.yaml.RecordWriter;
import org.jspecify.annotations.Nullable;

/** The complete results in a folder with their manifest, read once: results, provenance, and how they compare to an experiment. */
@Stability(MAY_CHANGE)
public final class StoredResults {
    private static final String LEARNERS = "learners";
    private static final String REPETITIONS = "repetitions";

    private final Path folder;
    private final Manifest manifest;

    StoredResults(Path folder, Manifest manifest) {
        this.folder = folder;
        this.manifest = manifest;
    }

    /**
     * Reads the manifest of a folder, and nothing else.
     *
     * @throws BadInput if the manifest cannot be read
     */
    static StoredResults of(Path folder) {
        return new StoredResults(folder, Manifest.read(folder));
    }

    /**
     * Returns the folder.
     *
     * @return where the results are
     */
    public Path folder() {
        return folder;
    }

    Manifest manifest() {
        return manifest;
    }

    /**
     * Reads the results back, for drawing them.
     *
     * @return the results that were written
     * @throws BadInput if a file is damaged; the message names file and line
     */
    public Results results() {
        Results results = unchecked();
        changed(name -> true).findFirst().ifPresent(damage -> {
            throw refusal(damage);
        });
        return results;
    }

    /**
     * Reads where the results come from.
     *
     * @return name, experiment file, command and facts of the manifest
     * @throws BadInput if the experiment file cannot be read
     */
    public Provenance provenance() {
        return Provenance.of(folder, manifest);
    }

    /** Returns the error that refuses damaged results. */
    static BadInput refusal(String damage) {
        return new BadInput(damage + "; kelvin run --force writes it again");
    }

    /** The keys of the experiment file whose effective values are not those of the manifest; a format counts as one. */
    List<String> differences(Experiment experiment) {
        Map<?, ?> kept = manifest.values();
        Map<?, ?> wanted = (Map<?, ?>) RecordWriter.of(experiment);
        List<String> all = new ArrayList<>(manifest.otherFormat().stream().toList());
        Stream.concat(wanted.keySet().stream(), kept.keySet().stream())
                .distinct()
                .filter(key -> !equal(kept.get(key), wanted.get(key)))
                .map(String::valueOf)
                .forEach(all::add);
        return all;
    }

    /** Whether the experiment asks for everything kept and more: further repetitions or learners. */
    boolean isExtendedBy(Experiment experiment) {
        Map<?, ?> kept = manifest.values();
        Map<?, ?> wanted = (Map<?, ?>) RecordWriter.of(experiment);
        return List.of(LEARNERS, REPETITIONS).containsAll(differences(experiment))
                && isExtendedBy(experiment.repetitions())
                && kept.get(LEARNERS) instanceof Map<?, ?> before
                && wanted.get(LEARNERS) instanceof Map<?, ?> after
                && before.keySet().stream().allMatch(label -> equal(before.get(label), after.get(label)));
    }

    /** Whether there will be no fewer than are kept, whatever is found on the way. */
    private boolean isExtendedBy(ReplicationPlan wanted) {
        Object kept = manifest.values().get(REPETITIONS);
        int held = manifest.stop().map(StopReport::repetitions).orElse(kept instanceof Number n ? n.intValue() : 0);
        return wanted.ends()[0] >= held
                || (wanted instanceof StoppingRule until
                        && kept instanceof Map<?, ?> map
                        && map.get(RecordWriter.UNTIL) instanceof Map<?, ?> before
                        && equal(before.get("of"), until.of())
                        && equal(before.get("min"), until.min())
                        && before.get("halfWidth") instanceof Number width
                        && width.doubleValue() >= until.halfWidth()
                        && before.get("max") instanceof Number max
                        && max.intValue() <= until.max());
    }

    /** Those of some files that are not as they were written, in words; found one after another. */
    Stream<String> changed(Predicate<String> which) {
        return manifest.sums().entrySet().stream()
                .filter(sum -> which.test(String.valueOf(sum.getKey())))
                .filter(sum -> !checksum(file(sum.getKey())).equals(sum.getValue()))
                .map(sum -> file(sum.getKey()) + ": has changed since Kelvin wrote it");
    }

    private Path file(@Nullable Object name) {
        return folder.resolve(String.valueOf(name));
    }

    private static String checksum(Path file) {
        try {
            return Files.exists(file) ? Checksum.of(file) : "";
        } catch (IOException e) {
            throw new BadInput(file + ": cannot be read: " + IoMessage.of(e));
        }
    }

    /** Reads the results without comparing checksums. */
    Results unchecked() {
        Optional<String> format = manifest.otherFormat();
        if (format.isPresent()) {
            throw new BadInput(folder + ": was written by another version of Kelvin, in " + format.get()
                    + "; kelvin run --force plays it again");
        }
        return ResultsReader.read(folder, manifest);
    }

    private static boolean equal(@Nullable Object one, @Nullable Object other) {
        return Objects.equals(canonical(one), canonical(other));
    }

    private static String canonical(@Nullable Object tree) {
        return tree == null ? "" : Json.canonical(tree);
    }
}
