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
import java.util.function.Supplier;
import java.util.stream.IntStream;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.metric.PlayerResults;
import kelvin.metric.Results;
import kelvin.metric.RunValues;
import kelvin.metric.StopReport;

/**
 * A session that plays a simulation: it resumes from checkpoints and saves new ones every so often.
 *
 * <p>Learners take turns, a block of repetitions each. Results have the same bits as if everything had been played at once. Saving
 * takes at most about 2 % of the time.
 */
@Stability(MAY_CHANGE)
public final class SimulationSession {
    private static final long MIN_SAVE_INTERVAL_NANOS = 250_000_000;
    private static final long INTERVAL_PER_SAVE_TIME = 50;

    private final Simulation simulation;
    private final Checkpoints checkpoints;
    private final Map<String, LearnerProgress> learners = new LinkedHashMap<>();
    private final Map<String, Integer> saved = new HashMap<>();
    private long nextSave;

    /**
     * A session that has not begun to play.
     *
     * @param simulation what to play
     * @param checkpoints where to go on from, and where to save to
     */
    public SimulationSession(Simulation simulation, Checkpoints checkpoints) {
        this.simulation = simulation;
        this.checkpoints = checkpoints;
        simulation.scenario().labels().forEach(label -> {
            LearnerProgress learner = empty(label);
            saved.put(
                    label,
                    learner.resume(
                            BitBuffer.of(checkpoints.load(label)),
                            simulation.repetitions().most()));
            learners.put(label, learner);
        });
    }

    /**
     * The number of steps left to play at most.
     *
     * @return steps of all runs that are not saved yet
     */
    public long decisions() {
        long played =
                learners.values().stream().mapToLong(LearnerProgress::kept).sum();
        return simulation.horizon() * ((long) simulation.repetitions().most() * learners.size() - played);
    }

    /**
     * Plays what is left.
     *
     * @param question what the experiment asks, handed on to the results
     * @param baseline the label of the learner that all others are compared with
     * @param threads how many threads play, at least 1
     * @param progress told, from any thread, of decisions just made
     * @param stop polled by the worker threads; true cancels the simulation
     * @return all curves, selections and values at the horizon
     * @throws FailedRun if a learner or an arm fails at play
     * @throws RunCancelled if it was cancelled
     */
    public Results results(String question, String baseline, int threads, LongConsumer progress, BooleanSupplier stop) {
        Require.atLeast("threads", 1, threads);
        try (WorkerPool workers = new WorkerPool(threads)) {
            return results(question, baseline, workers, progress, stop);
        }
    }

    /**
     * Plays what is left by workers from outside.
     *
     * @param question what the experiment asks, handed on to the results
     * @param baseline the label of the learner that all others are compared with
     * @param workers who plays; not closed
     * @param progress told, by any of them, of decisions just made
     * @param stop polled by the workers; true cancels the simulation
     * @return all curves, selections and values at the horizon
     * @throws FailedRun if a learner or an arm fails at play
     * @throws RunCancelled if it was cancelled
     */
    public Results results(
            String question, String baseline, Workers workers, LongConsumer progress, BooleanSupplier stop) {
        Require.that(learners.containsKey(baseline), "baseline", baseline, "one of " + learners.keySet());
        Optional<StopReport> end = playAll(workers, progress, stop, baseline);
        return ResultsOfProgress.of(simulation, question, baseline, learners).toBuilder()
                .stop(end)
                .build();
    }

    /**
     * Plays what is left, for each player by itself: without the tests and intervals of {@link #results}, which compare players.
     *
     * @param workers who plays; not closed
     * @param progress told, by any of them, of decisions just made
     * @param stop polled by the workers; true cancels the simulation
     * @return the curves, selections and traces of {@link #results}, player by player
     * @throws FailedRun if a learner or an arm fails at play
     * @throws RunCancelled if it was cancelled
     */
    public List<PlayerResults> players(Workers workers, LongConsumer progress, BooleanSupplier stop) {
        playAll(workers, progress, stop, learners.keySet().iterator().next());
        List<PlayerResults> players = new ArrayList<>();
        learners.forEach((label, learner) -> players.add(simulation.results(label, learner.whole())));
        return players;
    }

    private Optional<StopReport> playAll(
            Workers workers, LongConsumer progress, BooleanSupplier stop, String baseline) {
        nextSave = System.nanoTime() + MIN_SAVE_INTERVAL_NANOS;
        LongConsumer watched = decisions -> {
            if (stop.getAsBoolean()) {
                throw new RunAbandoned();
            }
            progress.accept(decisions);
        };
        try {
            return play(workers, watched, stop, baseline);
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
                learners.values().stream().mapToLong(LearnerProgress::kept).sum());
    }

    /**
     * Plays up to one end after another until an interim look finds the interval narrow enough. A checkpoint may hold more
     * repetitions than that: then they are played again up to there, for the look decides, not what happens to be stored.
     */
    private Optional<StopReport> play(Workers workers, LongConsumer progress, BooleanSupplier stop, String baseline) {
        Optional<StopReport> last = Optional.empty();
        int look = 0;
        for (int end : simulation.repetitions().ends()) {
            play(workers, blocks(end, progress), stop, end);
            look++;
            List<RunValues> seen =
                    trials().stream().map(each -> each.first(end)).toList();
            last = simulation.repetitions().at(look, seen, baseline);
            if (last.map(StopReport::enough).orElse(false)) {
                learners.replaceAll((label, learner) -> learner.repetitions() > end ? empty(label) : learner);
                play(workers, blocks(end, progress), stop, end);
                break;
            }
        }
        return last;
    }

    /** A block that is being played. */
    private record Task(String label, int block, Supplier<RunStatistics> part) {}

    /** Keeps the workers busy, and takes their blocks in one canonical order: what there is of them, if they are cut. */
    private void play(Workers workers, Iterator<Block> blocks, BooleanSupplier stop, int end) {
        Deque<Task> ahead = new ArrayDeque<>();
        while (blocks.hasNext() || !ahead.isEmpty()) {
            while (ahead.size() < workers.ahead() && !stop.getAsBoolean() && blocks.hasNext()) {
                Block next = blocks.next();
                ahead.add(new Task(next.label(), next.block(), workers.submit(next)));
            }
            if (ahead.isEmpty()) {
                break;
            }
            Task first = ahead.remove();
            learner(first.label()).add(first.block(), first.part().get());
            if (System.nanoTime() - nextSave >= 0) {
                save();
            }
        }
        if (learners.values().stream().anyMatch(learner -> learner.repetitions() < end)) {
            throw stopped();
        }
    }

    /** Creates blocks lazily, for each holds its statistics. */
    private Iterator<Block> blocks(int repetitions, LongConsumer progress) {
        return IntStream.range(0, (repetitions - 1) / Simulation.REPETITIONS_PER_BLOCK + 1)
                .mapToObj(block -> block * Simulation.REPETITIONS_PER_BLOCK)
                .flatMap(block -> learners.keySet().stream()
                        .filter(label -> block + learner(label).played(block)
                                < Math.min(block + Simulation.REPETITIONS_PER_BLOCK, repetitions))
                        .map(label -> block(
                                label,
                                block,
                                Math.min(block + Simulation.REPETITIONS_PER_BLOCK, repetitions),
                                progress)))
                .iterator();
    }

    private Block block(String label, int block, int end, LongConsumer progress) {
        LearnerProgress learner = learner(label);
        return new Block(
                simulation.scenario(),
                label,
                simulation.seed(),
                simulation.horizon(),
                simulation.tracing(),
                learner.begun(block),
                block,
                end,
                progress);
    }

    /** Saves the checkpoints of learners that have played more since their last one. */
    private void save() {
        long start = System.nanoTime();
        learners.forEach((label, learner) -> {
            if (learner.kept() > saved.getOrDefault(label, 0)) {
                checkpoints.save(label, learner.words().all());
                saved.put(label, learner.kept());
            }
        });
        long end = System.nanoTime();
        nextSave = end + Math.max(MIN_SAVE_INTERVAL_NANOS, INTERVAL_PER_SAVE_TIME * (end - start));
    }

    /**
     * The time that each learner has played, in this session and those that it resumed.
     *
     * @return seconds by label, added up over the threads that played
     */
    public Map<String, Double> seconds() {
        Map<String, Double> seconds = new LinkedHashMap<>();
        learners.forEach((label, learner) -> seconds.put(label, learner.nanos() / 1e9));
        return seconds;
    }

    private List<RunValues> trials() {
        List<RunValues> trials = new ArrayList<>();
        learners.forEach((label, learner) -> {
            if (learner.repetitions() > 0) {
                trials.addAll(learner.whole()
                        .trials(
                                label,
                                simulation.scenario().stream(label),
                                simulation.repetitions().looks()));
            }
        });
        return trials;
    }

    private LearnerProgress empty(String label) {
        return new LearnerProgress(simulation.scenario(), label, simulation.report());
    }

    private LearnerProgress learner(String label) {
        return Objects.requireNonNull(learners.get(label));
    }
}
