package kelvin.simulation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.metric.Results;
import kelvin.metric.RunValues;
import kelvin.metric.StopReport;

/**
 * One session of playing a simulation: goes on from what was saved, and saves every so often what it has played.
 *
 * <p>Learners take turns, a block of repetitions each. Results have the same bits as if everything had been played at once. Saving
 * takes at most about 2 % of the time.
 */
@Stability(MAY_CHANGE)
public final class SimulationSession {
    private static final long SAVE_NANOS = 250_000_000;
    private static final long SAVE_SHARE = 50;

    private final Simulation simulation;
    private final Checkpoints savings;
    private final Map<String, LearnerProgress> tracks = new LinkedHashMap<>();
    private final Map<String, Integer> saved = new HashMap<>();
    private long nextSave;

    /**
     * A session that has not begun to play.
     *
     * @param simulation what to play
     * @param savings where to go on from, and where to save to
     */
    public SimulationSession(Simulation simulation, Checkpoints savings) {
        this.simulation = simulation;
        this.savings = savings;
        simulation.scenario().labels().forEach(label -> {
            LearnerProgress track = empty(label);
            saved.put(
                    label,
                    track.resume(
                            BitBuffer.of(savings.load(label)),
                            simulation.repetitions().most()));
            tracks.put(label, track);
        });
    }

    /**
     * How much is left to play at most.
     *
     * @return decisions: steps of all runs that are not saved yet
     */
    public long decisions() {
        long played = tracks.values().stream().mapToLong(LearnerProgress::kept).sum();
        return simulation.horizon() * ((long) simulation.repetitions().most() * tracks.size() - played);
    }

    /**
     * Plays what is left.
     *
     * @param question what the experiment asks, handed on to the results
     * @param baseline the label of the learner that all others are compared with
     * @param threads how many threads play, at least 1
     * @param progress told, from any thread, of decisions just made
     * @param stop asked all the time, from any thread, whether to give up
     * @return all curves, selections and values at the horizon
     * @throws FailedRun if a learner or an arm fails at play
     * @throws RunCancelled if it was asked to give up
     */
    public Results results(String question, String baseline, int threads, LongConsumer progress, BooleanSupplier stop) {
        Require.that(tracks.containsKey(baseline), "baseline", baseline, "one of " + tracks.keySet());
        Require.atLeast("threads", 1, threads);
        nextSave = System.nanoTime() + SAVE_NANOS;
        LongConsumer watched = decisions -> {
            if (stop.getAsBoolean()) {
                throw new RunAbandoned();
            }
            progress.accept(decisions);
        };
        try (WorkerPool workers = new WorkerPool(threads)) {
            Optional<StopReport> end = play(workers, watched, stop, baseline);
            Results results = ResultsOfProgress.of(simulation, question, baseline, tracks);
            return end.map(results::with).orElse(results);
        } catch (FailedRun e) {
            if (stop.getAsBoolean()) {
                throw stopped();
            }
            throw e;
        } finally {
            save();
        }
    }

    private RunCancelled stopped() {
        return new RunCancelled(
                trials(),
                List.of(),
                tracks.values().stream().mapToLong(LearnerProgress::kept).sum());
    }

    /**
     * Plays up to one end after another until a look finds it enough. What was saved may be more than that: then it is played
     * again up to there, for what decides is a look, not what happens to be there.
     */
    private Optional<StopReport> play(
            WorkerPool workers, LongConsumer progress, BooleanSupplier stop, String baseline) {
        Optional<StopReport> last = Optional.empty();
        int look = 0;
        for (int end : simulation.repetitions().ends()) {
            play(workers, cells(end, progress), stop, end);
            look++;
            if (simulation.repetitions() instanceof StoppingRule until) {
                List<RunValues> seen =
                        trials().stream().map(each -> each.first(end)).toList();
                StopReport reason = until.at(look, seen, baseline);
                last = Optional.of(reason);
                if (reason.enough()) {
                    tracks.replaceAll((label, track) -> track.repetitions() > end ? empty(label) : track);
                    play(workers, cells(end, progress), stop, end);
                    break;
                }
            }
        }
        return last;
    }

    /** Keeps the workers busy, and takes their blocks in one canonical order: what there is of them, if they are cut. */
    private void play(WorkerPool workers, Iterator<Block> cells, BooleanSupplier stop, int end) {
        Deque<WorkerPool.Task> ahead = new ArrayDeque<>();
        while (cells.hasNext() || !ahead.isEmpty()) {
            while (ahead.size() < workers.ahead() && !stop.getAsBoolean() && cells.hasNext()) {
                ahead.add(workers.submit(cells.next()));
            }
            if (ahead.isEmpty()) {
                break;
            }
            WorkerPool.Task first = ahead.remove();
            track(first.label()).add(first.block(), first.part());
            if (System.nanoTime() - nextSave >= 0) {
                save();
            }
        }
        if (tracks.values().stream().anyMatch(track -> track.repetitions() < end)) {
            throw stopped();
        }
    }

    /** Made when they are asked for: each holds a part. */
    private Iterator<Block> cells(int repetitions, LongConsumer progress) {
        return IntStream.range(0, (repetitions - 1) / LearnerProgress.BLOCK + 1)
                .mapToObj(block -> block * LearnerProgress.BLOCK)
                .flatMap(block -> tracks.keySet().stream()
                        .filter(label -> block + track(label).played(block)
                                < Math.min(block + LearnerProgress.BLOCK, repetitions))
                        .map(label ->
                                cell(label, block, Math.min(block + LearnerProgress.BLOCK, repetitions), progress)))
                .iterator();
    }

    private Block cell(String label, int block, int end, LongConsumer progress) {
        LearnerProgress track = track(label);
        return new Block(
                simulation.scenario(),
                label,
                simulation.seed(),
                simulation.horizon(),
                simulation.tracing(),
                track.begun(block),
                block,
                end,
                progress);
    }

    /**
     * Plays some repetitions of one learner once more, without checkpoints.
     *
     * @param simulation what to play
     * @param label the learner's label
     * @param from the first repetition, from 0
     * @param to the repetition after the last
     * @return the values at the horizon of each metric, of those repetitions
     * @throws FailedRun if the learner or the environment fails at play
     */
    public static List<RunValues> replay(Simulation simulation, String label, int from, int to) {
        Scenario scenario = simulation.scenario();
        RunStatistics part = new LearnerProgress(scenario, label, simulation.report()).part();
        return new Block(
                        scenario,
                        label,
                        simulation.seed(),
                        simulation.horizon(),
                        Tracing.NONE,
                        part,
                        from,
                        to,
                        decisions -> {})
                .call()
                .trials(label, simulation.repetitions().looks());
    }

    /** Writes down what is more than was written before. */
    private void save() {
        long start = System.nanoTime();
        tracks.forEach((label, track) -> {
            if (track.kept() > saved.getOrDefault(label, 0)) {
                savings.save(label, track.words().all());
                saved.put(label, track.kept());
            }
        });
        long end = System.nanoTime();
        nextSave = end + Math.max(SAVE_NANOS, SAVE_SHARE * (end - start));
    }

    /**
     * How long each learner has played, in this session and those before that were saved.
     *
     * @return seconds by label, added up over the threads that played
     */
    public Map<String, Double> seconds() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        tracks.forEach((label, track) -> seconds.put(label, track.nanos() / 1e9));
        return seconds;
    }

    private List<RunValues> trials() {
        List<RunValues> trials = new ArrayList<>();
        tracks.forEach((label, track) -> {
            if (track.repetitions() > 0) {
                trials.addAll(
                        track.whole().trials(label, simulation.repetitions().looks()));
            }
        });
        return trials;
    }

    private LearnerProgress empty(String label) {
        return new LearnerProgress(simulation.scenario(), label, simulation.report());
    }

    private LearnerProgress track(String label) {
        return Objects.requireNonNull(tracks.get(label));
    }
}
