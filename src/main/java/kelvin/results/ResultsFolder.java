package kelvin.results;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kelvin.contract.Stability;
import kelvin.experiment.Catalog;
import kelvin.experiment.Experiment;
import kelvin.experiment.ExperimentFile;
import kelvin.file.Checksum;
import kelvin.file.Folders;
import kelvin.file.IoMessage;
import kelvin.file.WholeFile;
import kelvin.metric.Results;
import kelvin.metric.RunValues;
import kelvin.yaml.BadInput;

/**
 * The results folder of one experiment: {@code experiment.yaml}, {@code manifest.json}, CSV files, charts.
 *
 * <p>Everything is first written to a hidden folder inside it, then moved file by file; the manifest is taken away first and
 * comes last. So a file under its final name is always whole, an error while writing changes nothing, and a folder in which
 * the moving was cut short has no manifest and counts as incomplete, until the next run has moved the others. Files that Kelvin did not
 * write are left alone.
 *
 * @param path the folder
 */
@Stability(MAY_CHANGE)
public record ResultsFolder(Path path) {
    /** The summary of an interrupted run. */
    public static final String PARTIAL = "partial-summary.csv";

    /** The states of a results folder, as seen by one experiment. */
    public enum State {
        /** Nothing of Kelvin's. */
        ABSENT,
        /** Parts of results whose writing was cut short. */
        INCOMPLETE,
        /** The results of just these effective values. */
        EQUAL,
        /** Results that hold all of these, under other words: the question, labels, the order of learners; or of more learners. */
        REWORDED,
        /** Results of the same values otherwise, of fewer repetitions or learners, or compared with another baseline. */
        EXTENSIBLE,
        /** Results whose manifest cannot be read, or those of just these values of which a file has changed since. */
        DAMAGED,
        /** The results of other values. */
        OTHER
    }

    /**
     * Returns the folder of an experiment.
     *
     * @param root holds one folder per experiment
     * @param file the experiment's file, whose stem names the folder
     * @return the folder, which need not exist
     */
    public static ResultsFolder of(Path root, ExperimentFile file) {
        return new ResultsFolder(root.resolve(file.stem()));
    }

    /**
     * Returns the state of the folder.
     *
     * @param experiment the experiment whose results are looked for
     * @return the state of the folder
     * @throws BadInput if it is a file
     */
    public State state(Experiment experiment) {
        return FolderState.of(path, experiment).state();
    }

    /**
     * Returns the results that make playing needless. The manifest is read once.
     *
     * @param experiment the experiment that would be played
     * @param force whether results may be replaced
     * @return the results of just these values; empty where there are none, or {@code force} is on
     * @throws BadInput if the folder holds results of other values and {@code force} is off, or cannot be a folder
     */
    public Optional<StoredResults> finished(Experiment experiment, boolean force) {
        try {
            Folders.make(path.toAbsolutePath().getParent());
        } catch (IOException e) {
            throw new BadInput(path + ": cannot be written: " + IoMessage.of(e));
        }
        if (force && (!Files.exists(path) || Files.isDirectory(path))) {
            return Optional.empty();
        }
        FolderState found = look(experiment);
        requireUsable(found);
        return found.state() == State.EQUAL ? found.stored() : Optional.empty();
    }

    FolderState look(Experiment experiment) {
        return FolderState.of(path, experiment);
    }

    /** Refuses results that would have to be replaced. */
    void requireUsable(FolderState found) {
        if (found.state() == State.OTHER) {
            throw new BadInput(path + ": holds results of other settings: " + found.problem()
                    + "; --force replaces them, --results DIR writes elsewhere");
        } else if (found.state() == State.DAMAGED) {
            throw new BadInput(found.problem() + "; --force writes it again");
        }
    }

    /**
     * Writes results, replacing whatever results the folder holds.
     *
     * @param file the experiment that was played
     * @param results what it gave
     * @param effort what playing took
     * @return the results with the manifest that was written
     * @throws UncheckedIOException if the folder cannot be written; what it held is then still whole, or recognised as
     *     incomplete
     */
    public StoredResults write(ExperimentFile file, Results results, Effort effort) {
        StoredResults stored = write(
                file,
                folder -> DataFiles.write(folder, results),
                sums -> Manifest.text(file, results.stop(), effort, sums, Build.facts()));
        try {
            Files.deleteIfExists(path.resolve(PARTIAL));
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": cannot be written: " + IoMessage.of(e), e);
        }
        return stored;
    }

    /**
     * Writes results in place of those that the folder holds.
     *
     * @param file the experiment
     * @param data writes the data files into a folder
     * @param manifest gives the text of the manifest for the checksums of the files
     */
    StoredResults write(ExperimentFile file, WholeFile.Content data, Function<Map<String, String>, String> manifest) {
        try (StagedFiles staged = new StagedFiles(path)) {
            Path folder = staged.folder();
            Files.write(folder.resolve(FolderState.EXPERIMENT), file.bytes());
            data.write(folder);
            Map<String, String> sums = new LinkedHashMap<>();
            for (String name : Folders.names(folder)) {
                sums.put(name, Checksum.of(folder.resolve(name)));
            }
            String text = manifest.apply(sums);
            Files.writeString(folder.resolve(Manifest.FILE), text);
            staged.replace();
            return new StoredResults(path, Manifest.of(path.resolve(Manifest.FILE), text));
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": cannot be written: " + IoMessage.of(e), e);
        }
    }

    /**
     * Writes the summary of an interrupted run beside whatever results there are; the next complete results take it away.
     *
     * @param trials what was played
     * @throws UncheckedIOException if it cannot be written
     */
    public void writePartial(List<RunValues> trials) {
        try {
            WholeFile.write(path.resolve(PARTIAL), beside -> SummaryCsv.write(beside, trials));
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": cannot be written: " + IoMessage.of(e), e);
        }
    }

    /**
     * Returns whether a chart of its results is complete. Writing results deletes old ones.
     *
     * @param name the chart's name
     * @return false if either of its pictures is missing or cut short
     */
    public boolean hasChart(String name) {
        return ChartFiles.whole(path, name);
    }

    /**
     * Returns whether the report on its results is complete. Writing results deletes an old one.
     *
     * @return false if it is missing or cut short
     */
    public boolean hasReport() {
        return ChartFiles.wholeReport(path);
    }

    /**
     * Removes pictures and reports whose writing was cut short.
     *
     * @throws UncheckedIOException if one cannot be removed
     */
    public void clearUnfinished() {
        try {
            for (String name : ChartFiles.unfinished(path)) {
                Files.delete(path.resolve(name));
            }
            Files.deleteIfExists(WholeFile.beside(path.resolve(PARTIAL)));
        } catch (IOException e) {
            throw new UncheckedIOException(path + ": cannot be written: " + IoMessage.of(e), e);
        }
    }

    /**
     * Returns whether there is anything that {@link #clearUnfinished} would remove.
     *
     * @return true if there is
     */
    public boolean hasUnfinished() {
        try {
            return !ChartFiles.unfinished(path).isEmpty() || Files.exists(WholeFile.beside(path.resolve(PARTIAL)));
        } catch (IOException e) {
            throw new BadInput(IoMessage.unreadable(path, e));
        }
    }

    /**
     * Reads the manifest of complete results, once for whatever is asked of them.
     *
     * @return the stored results
     * @throws BadInput if the folder is absent or incomplete, or its manifest damaged
     */
    public StoredResults stored() {
        StoredResults stored = recorded();
        stored.requireComplete();
        return stored;
    }

    /**
     * Reads the manifest of results of which some data files may be absent: the manifest has their checksums.
     *
     * @return the stored results, of which files may be absent
     * @throws BadInput if there is no manifest, or it is damaged
     */
    public StoredResults recorded() {
        FolderState.requireManifest(path);
        StoredResults stored;
        try {
            stored = StoredResults.of(path);
        } catch (BadInput e) {
            throw StoredResults.refusal(String.valueOf(e.getMessage()));
        }
        stored.manifest().damage().ifPresent(damage -> {
            throw StoredResults.refusal(damage);
        });
        return stored;
    }

    /**
     * Reads the results back, for drawing them.
     *
     * @return the results that {@link #write} was given
     * @throws BadInput if the folder is absent, incomplete or damaged; the message names file and line
     */
    public Results read() {
        return stored().results();
    }

    /**
     * Locks this folder for writing, and finds the checkpoints in it.
     *
     * @param catalog the names that the experiment uses
     * @return to be closed when everything is written
     * @throws BadInput if another run has that right
     * @throws UncheckedIOException if the folder cannot be written
     */
    public CheckpointFolder reserve(Catalog catalog) {
        return CheckpointFolder.open(path, catalog.code());
    }

    /**
     * Runs an operation while holding the lock, so that no run writes into the folder meanwhile.
     *
     * @param work what to do
     * @throws BadInput if a run is writing there
     * @throws UncheckedIOException if the folder cannot be written
     */
    public void alone(Runnable work) {
        CheckpointFolder saved = CheckpointFolder.open(path, "");
        try {
            work.run();
        } finally {
            saved.close();
        }
    }
}
