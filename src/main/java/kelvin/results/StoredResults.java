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
import kelvin.experiment.Catalog;
import kelvin.experiment.Experiment;
import kelvin.file.Checksum;
import kelvin.file.IoMessage;
import kelvin.json.Json;
import kelvin.metric.Results;
import kelvin.metric.StopReport;
import kelvin.simulation.ReplicationPlan;
import kelvin.simulation.StoppingRule;
import kelvin.yaml.BadInput;
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
     * @throws BadInput if a file is absent or damaged; the message names file and line
     */
    public Results results() {
        requireComplete();
        Results results = unchecked();
        damage().ifPresent(damage -> {
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

    /** Returns the keys of the experiment file whose effective values are not those of the manifest; a format counts as one. */
    List<String> differences(Experiment experiment) {
        Map<?, ?> kept = manifest.values();
        Map<?, ?> wanted = (Map<?, ?>) Catalog.tree(experiment);
        List<String> all = new ArrayList<>(manifest.otherFormat().stream().toList());
        Stream.concat(wanted.keySet().stream(), kept.keySet().stream())
                .distinct()
                .filter(key -> !equal(kept.get(key), wanted.get(key)))
                .map(String::valueOf)
                .forEach(all::add);
        return all;
    }

    /** Returns whether the experiment asks for everything stored and more: further repetitions or learners. */
    boolean isExtendedBy(Experiment experiment) {
        Map<?, ?> kept = manifest.values();
        Map<?, ?> wanted = (Map<?, ?>) Catalog.tree(experiment);
        return List.of(LEARNERS, REPETITIONS).containsAll(differences(experiment))
                && isExtendedBy(experiment.repetitions())
                && kept.get(LEARNERS) instanceof Map<?, ?> before
                && wanted.get(LEARNERS) instanceof Map<?, ?> after
                && before.keySet().stream().allMatch(label -> equal(before.get(label), after.get(label)));
    }

    /** Returns whether a plan is certain to play as many repetitions as are stored. */
    private boolean isExtendedBy(ReplicationPlan wanted) {
        Object kept = manifest.values().get(REPETITIONS);
        int held = manifest.stop().map(StopReport::repetitions).orElse(kept instanceof Number n ? n.intValue() : 0);
        return wanted.ends()[0] >= held
                || (wanted instanceof StoppingRule until
                        && kept instanceof Map<?, ?> map
                        && map.get(StoppingRule.UNTIL) instanceof Map<?, ?> before
                        && equal(before.get("of"), until.of())
                        && equal(before.get("min"), until.min())
                        && before.get("halfWidth") instanceof Number width
                        && width.doubleValue() >= until.halfWidth()
                        && before.get("max") instanceof Number max
                        && max.intValue() <= until.max());
    }

    /**
     * Returns the first sign of damage: a data file that is here and has changed since it was written.
     *
     * @return the damage in words; empty if there is none
     * @throws BadInput if a file cannot be read
     */
    public Optional<String> damage() {
        return changed(name -> true).findFirst();
    }

    /** Lists in words the present files among those selected that have changed since they were written; lazily. */
    Stream<String> changed(Predicate<String> which) {
        return names(manifest.sums())
                .filter(which)
                .filter(name -> Files.exists(folder.resolve(name)))
                .filter(name -> !checksum(folder.resolve(name)).equals(sum(name).orElse("")))
                .map(name -> folder.resolve(name) + ": has changed since Kelvin wrote it");
    }

    /** Lists the data files that belong to the results and are not in the folder. */
    List<String> absent() {
        return Stream.concat(FolderState.FILES.stream(), names(manifest.sums()))
                .distinct()
                .filter(name -> !Files.exists(folder.resolve(name)))
                .toList();
    }

    /** Returns whether files are absent and the manifest has the checksum of each. */
    boolean isExcerpt() {
        List<String> absent = absent();
        return !absent.isEmpty() && absent.stream().allMatch(name -> sum(name).isPresent());
    }

    /** Returns the SHA-256 that a data file had when it was written, where the manifest has it. */
    Optional<String> sum(String name) {
        return Optional.ofNullable(manifest.sums().get(name)).map(String::valueOf);
    }

    /**
     * Refuses results of which a data file is absent.
     *
     * @throws BadInput if so
     */
    void requireComplete() {
        absent().stream().findFirst().ifPresent(name -> {
            throw new BadInput(
                    isExcerpt()
                            ? folder + ": has no " + name
                                    + ", only its checksum; run the experiment to have all data files"
                            : folder + ": is incomplete, there is no " + name + "; run the experiment again");
        });
    }

    private static Stream<String> names(Map<?, ?> sums) {
        return sums.keySet().stream().map(String::valueOf);
    }

    static String checksum(Path file) {
        try {
            return Checksum.of(file);
        } catch (IOException e) {
            throw new BadInput(IoMessage.unreadable(file, e));
        }
    }

    /** Reads the results without comparing checksums. */
    Results unchecked() {
        Optional<String> format = manifest.otherFormat();
        if (format.isPresent()) {
            throw new BadInput(folder + ": was written by another version of Kelvin, in " + format.get()
                    + "; kelvin run --force plays it again");
        }
        return DataFiles.read(folder, manifest);
    }

    private static boolean equal(@Nullable Object one, @Nullable Object other) {
        return Objects.equals(canonical(one), canonical(other));
    }

    private static String canonical(@Nullable Object tree) {
        return tree == null ? "" : Json.canonical(tree);
    }
}
