package kelvin.experiment;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kelvin.file.IoMessage;
import kelvin.file.WholeFile;
import kelvin.json.Json;
import kelvin.metric.Results;
import kelvin.metric.Trials;

/**
 * The folder that keeps what one experiment gave: {@code experiment.yaml}, {@code manifest.json}, CSV files, charts.
 *
 * <p>Everything is first written to a hidden folder beside it, then moved file by file; the manifest is taken away first and
 * comes last. So a file under its final name is always whole, an error while writing changes nothing, and a folder in which
 * the moving was cut short has no manifest and counts as incomplete. Files that Kelvin did not write are left alone.
 *
 * @param path the folder
 */
public record ResultsFolder(Path path) {
    /** The summary of an interrupted run. */
    public static final String PARTIAL = "partial-summary.csv";

    private static final String EXPERIMENT = "experiment.yaml";

    /** What a results folder holds, as seen by one experiment. */
    public enum State {
        /** Nothing of Kelvin's. */
        ABSENT,
        /** Parts of results whose writing was cut short. */
        INCOMPLETE,
        /** The results of just these effective values. */
        EQUAL,
        /** The results of fewer repetitions or fewer learners, and of the same values otherwise. */
        EXTENSIBLE,
        /** The results of just these values, but a file has changed since they were written. */
        DAMAGED,
        /** The results of other values. */
        OTHER
    }

    /**
     * The folder of an experiment.
     *
     * @param root holds one folder per experiment
     * @param file the experiment's file, whose stem names the folder
     * @return the folder, which need not exist
     */
    public static ResultsFolder of(Path root, ExperimentFile file) {
        return new ResultsFolder(root.resolve(file.stem()));
    }

    /**
     * What the folder holds.
     *
     * @param experiment the experiment whose results are looked for
     * @return the state of the folder; learners in another order are equal
     * @throws BadInput if the folder or its manifest cannot be read
     */
    public State state(Experiment experiment) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new BadInput(path + ": is a file, must be a folder or absent");
        } else if (!Files.exists(path.resolve(Manifest.FILE))) {
            boolean any = Stream.concat(Stream.of(EXPERIMENT), ResultsWriter.FILES.stream())
                    .anyMatch(name -> Files.exists(path.resolve(name)));
            return any ? State.INCOMPLETE : State.ABSENT;
        } else if (!ResultsWriter.FILES.stream().allMatch(name -> Files.exists(path.resolve(name)))) {
            return State.INCOMPLETE;
        }
        Kept kept = new Kept(path);
        if (kept.differences(experiment).isEmpty()) {
            return kept.damaged().isEmpty() ? State.EQUAL : State.DAMAGED;
        }
        return kept.isExtendedBy(experiment) ? State.EXTENSIBLE : State.OTHER;
    }

    /**
     * Whether there is anything to play, asked before playing.
     *
     * @param experiment what would be played
     * @param force whether results may be replaced
     * @return false if the folder holds the results of just these values and {@code force} is off
     * @throws BadInput if the folder holds results of other values and {@code force} is off, or cannot be a folder
     */
    public boolean needsRun(Experiment experiment, boolean force) {
        try {
            Files.createDirectories(staging().toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new BadInput(path + ": cannot be written: " + IoMessage.of(e));
        }
        if (force && (!Files.exists(path) || Files.isDirectory(path))) {
            return true;
        }
        State state = state(experiment);
        if (state == State.OTHER) {
            throw new BadInput(path + ": holds results of other values ("
                    + String.join(", ", new Kept(path).differences(experiment))
                    + "); --force replaces them, --results DIR writes elsewhere");
        } else if (state == State.DAMAGED) {
            throw new BadInput(new Kept(path).damage() + "; --force writes it again");
        }
        return state != State.EQUAL;
    }

    /**
     * Prepares for playing: where results of just these values are there already, they are played afresh.
     *
     * @param experiment what is going to be played
     * @param saved what has been played before
     */
    public void begin(Experiment experiment, SavedRuns saved) {
        saved.begin(state(experiment) == State.EQUAL);
    }

    /**
     * Writes results, replacing whatever results the folder holds.
     *
     * @param file the experiment that was played
     * @param results what it gave
     * @param effort what playing took
     * @throws UncheckedIOException if the folder cannot be written; what it held is then still whole, or recognised as
     *     incomplete
     */
    public void write(ExperimentFile file, Results results, Effort effort) {
        Path staging = staging();
        try {
            delete(staging);
            Files.createDirectories(staging);
            Files.write(staging.resolve(EXPERIMENT), file.bytes());
            ResultsWriter.write(staging, results);
            Map<String, String> sums = new LinkedHashMap<>();
            for (String name : ResultsWriter.names(results)) {
                sums.put(name, Json.sha256(Files.readAllBytes(staging.resolve(name))));
            }
            Files.writeString(
                    staging.resolve(Manifest.FILE), Manifest.text(file.experiment(), results.stop(), effort, sums));
            replaceBy(staging);
            Files.deleteIfExists(path.resolve(PARTIAL));
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": cannot be written: " + IoMessage.of(e), e);
        } finally {
            discard(staging);
        }
    }

    /**
     * Writes the summary of an interrupted run beside whatever results there are; the next complete results take it away.
     *
     * @param trials what was played
     * @throws UncheckedIOException if it cannot be written
     */
    public void writePartial(List<Trials> trials) {
        try {
            WholeFile.write(path.resolve(PARTIAL), beside -> ResultsWriter.summary(beside, trials));
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": cannot be written: " + IoMessage.of(e), e);
        }
    }

    /**
     * Whether the folder holds pictures of its results. Writing results takes old ones away.
     *
     * @return true if there is any
     */
    public boolean hasCharts() {
        try {
            return names(path).stream().anyMatch(ChartFiles::contain);
        } catch (IOException e) {
            throw new BadInput(path + ": cannot be read: " + IoMessage.of(e));
        }
    }

    /**
     * Reads the results back, for drawing them.
     *
     * @return what {@link #write} was given
     * @throws BadInput if the folder is absent, incomplete or damaged; the message names file and line
     */
    public Results read() {
        requireComplete();
        Kept kept = new Kept(path);
        Results results = kept.results();
        if (!kept.damaged().isEmpty()) {
            throw new BadInput(kept.damage() + "; kelvin run --force writes it again");
        }
        return results;
    }

    void requireComplete() {
        if (!Files.isDirectory(path)) {
            throw new BadInput(path + ": there is no such results folder");
        }
        Stream.concat(Stream.of(Manifest.FILE), ResultsWriter.FILES.stream())
                .filter(name -> !Files.exists(path.resolve(name)))
                .findFirst()
                .ifPresent(missing -> {
                    throw new BadInput(path + ": is incomplete, there is no " + missing + "; run the experiment again");
                });
    }

    /**
     * Takes the right to write into this folder, and finds what has been played before.
     *
     * @param catalog the names that the experiment uses
     * @return to be closed when everything is written
     * @throws BadInput if another run has that right
     * @throws UncheckedIOException if the folder cannot be written
     */
    public SavedRuns reserve(Catalog catalog) {
        return SavedRuns.open(path, catalog.code());
    }

    private void replaceBy(Path staging) throws IOException {
        Files.createDirectories(path);
        Files.deleteIfExists(path.resolve(Manifest.FILE));
        for (String name : ResultsWriter.OPTIONAL) {
            Files.deleteIfExists(path.resolve(name));
        }
        for (String name : names(path)) {
            if (ChartFiles.contain(name) && Files.isRegularFile(path.resolve(name))) {
                Files.delete(path.resolve(name));
            }
        }
        for (String name : names(staging)) {
            if (!name.equals(Manifest.FILE)) {
                move(staging, name);
            }
        }
        move(staging, Manifest.FILE);
    }

    private void move(Path staging, String name) throws IOException {
        Files.move(staging.resolve(name), path.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    }

    private Path staging() {
        return path.resolveSibling("." + path.getFileName() + ".partial");
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            for (String name : names(folder)) {
                Files.delete(folder.resolve(name));
            }
        }
        Files.deleteIfExists(folder);
    }

    /** Tidies up after success or failure; the error worth telling is the one that came first. */
    private static void discard(Path folder) {
        try {
            delete(folder);
        } catch (IOException e) {
            // the next run clears it
        }
    }
}
