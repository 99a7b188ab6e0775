package kelvin.results;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import kelvin.chart.style.ChartOptions;
import kelvin.contract.Stability;
import kelvin.experiment.Changes;
import kelvin.experiment.Experiment;
import kelvin.experiment.OwnClasses;
import kelvin.file.Checksum;
import kelvin.file.IoMessage;
import kelvin.metric.Results;
import kelvin.metric.StopReport;
import kelvin.yaml.BadInput;

/** The complete results in a folder with their manifest, read once: results, provenance, and how they compare to an experiment. */
@Stability(MAY_CHANGE)
public final class StoredResults {
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
     * Returns the effective values of the experiment that was played.
     *
     * @return a tree of maps, lists, texts and numbers, by the keys of an experiment file
     * @throws BadInput if the manifest has none
     */
    public Map<?, ?> values() {
        return manifest.values();
    }

    /**
     * Returns the version of Kelvin and of Java that played.
     *
     * @return {@code kelvin}, {@code commit} and {@code java}, as far as the manifest has them
     */
    public Map<String, String> versions() {
        Map<String, String> versions = manifest.build();
        versions.remove("os");
        return versions;
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

    /**
     * Returns how the experiment file asks charts to look.
     *
     * @return its options; none where it has none
     */
    public ChartOptions chart() {
        return manifest.values().get("chart") instanceof Map<?, ?> tree ? ChartOptions.ofTree(tree) : ChartOptions.NONE;
    }

    /**
     * Returns whether these results were played with the classes of a user's own that are there now.
     *
     * @param own those classes
     * @return false if they have changed; true where the manifest does not say
     */
    public boolean playedWith(OwnClasses own) {
        return manifest.playedWith(own);
    }

    /** Returns the error that refuses damaged results. */
    static BadInput refusal(String damage) {
        return new BadInput(damage + "; kelvin run --force writes it again");
    }

    /** Compares these results with an experiment. */
    Changes changes(Experiment experiment) {
        Object plan = manifest.values().get("repetitions");
        int held = manifest.stop().map(StopReport::repetitions).orElse(plan instanceof Number n ? n.intValue() : 0);
        return Changes.of(manifest.values(), held, manifest.place(), experiment);
    }

    /** Returns whether results left out other rows than those of an experiment would. */
    boolean isLimitedOtherwise(Experiment experiment) {
        return manifest.members().get("left_out") instanceof List<?> clauses && !clauses.equals(experiment.leftOut());
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
}
