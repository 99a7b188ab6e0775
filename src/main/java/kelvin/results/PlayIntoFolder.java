package kelvin.results;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import kelvin.contract.Stability;
import kelvin.experiment.Experiment;
import kelvin.experiment.ExperimentFile;
import kelvin.metric.Metric;
import kelvin.metric.Results;
import kelvin.simulation.RunCancelled;
import kelvin.simulation.SimulationSession;

/**
 * The use case of {@code kelvin run}: plays an experiment from its checkpoints, then writes results and manifest into the folder.
 * Single use.
 */
@Stability(MAY_CHANGE)
public final class PlayIntoFolder {
    private final ExperimentFile file;
    private final ResultsFolder folder;
    private final CheckpointFolder saved;
    private final SimulationSession session;
    private final long left;

    /**
     * Loads the checkpoints of an experiment.
     *
     * @param file the experiment
     * @param folder the folder of its results
     * @param saved the checkpoints, and the right to write into the folder
     */
    public PlayIntoFolder(ExperimentFile file, ResultsFolder folder, CheckpointFolder saved) {
        this.file = file;
        this.folder = folder;
        this.saved = saved;
        session = file.experiment().session(saved.of(file.experiment()));
        left = session.decisions();
    }

    /**
     * Results that were played now.
     *
     * @param results the results, with the seconds that each learner played
     * @param stored the same in their folder
     * @param effort what playing took
     */
    public record Played(Results results, StoredResults stored, Effort effort) {}

    /**
     * Returns how many decisions checkpoints save, without the sweep.
     *
     * @return decisions, at least 0
     */
    public long playedBefore() {
        return file.experiment().decisions() - left;
    }

    /**
     * Plays what is left, writes everything, and closes the checkpoints.
     *
     * @param threads the number of threads, at least 1
     * @param progress receives numbers of decisions made, from any thread
     * @param found receives numbers of decisions of the sweep that checkpoints save
     * @param cancel polled by the worker threads; true cancels the run
     * @return the results
     * @throws RunCancelled if the run was cancelled; what was played is in the checkpoints then
     * @throws java.io.UncheckedIOException if the folder cannot be written
     */
    public Played play(int threads, LongConsumer progress, LongConsumer found, BooleanSupplier cancel) {
        LongAdder made = new LongAdder();
        LongConsumer counted = decisions -> {
            made.add(decisions);
            progress.accept(decisions);
        };
        long start = System.nanoTime();
        Results results = results(threads, counted, found, cancel);
        Effort effort = new Effort(Duration.ofNanos(System.nanoTime() - start), made.sum(), session.seconds());
        StoredResults stored = folder.write(file, results, effort);
        saved.finish();
        return new Played(results.toBuilder().seconds(effort.seconds()).build(), stored, effort);
    }

    private Results results(int threads, LongConsumer progress, LongConsumer found, BooleanSupplier cancel) {
        Experiment experiment = file.experiment();
        Results results = session.results(experiment.question(), experiment.baseline(), threads, progress, cancel);
        try {
            return results.toBuilder()
                    .swept(file.sweep().axes(), file.sweep().play(saved::of, threads, progress, found, cancel))
                    .build();
        } catch (RunCancelled stopped) {
            long finished = results.trials(Metric.REGRET).stream()
                    .mapToLong(trials -> trials.values().length)
                    .sum();
            throw new RunCancelled(results.trials(), stopped.swept(), finished + stopped.kept());
        }
    }
}
