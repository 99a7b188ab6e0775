package kelvin.shard;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import java.util.function.ToDoubleBiFunction;
import kelvin.contract.Stability;
import kelvin.experiment.Catalog;
import kelvin.experiment.Experiment;
import kelvin.experiment.ExperimentFile;
import kelvin.shard.PendingNodes.Unit;
import kelvin.simulation.WorkerPool;

/**
 * Plays one share of an experiment into part files, each of about a second of work; what a process had not written when it was
 * killed is played again.
 *
 * <p>Units of work, subtrees of the tree of blocks, are dealt out in turn to all shards, learner by learner. Which are whose depends on
 * the experiment and the number of shards alone. All shards together write 10 000 files at most, and one for each restart.
 */
@Stability(MAY_CHANGE)
public final class ShardRun {
    private static final long TASK_NANOS = 1_000_000_000;

    private final Shard shard;
    private final ShardFolder folder;
    private final List<Unit> units;
    private final NodeIndex played = new NodeIndex();
    private final long decisions;

    /** A node that is being played. */
    private record Task(Node node, Supplier<long[]> words) {}

    /**
     * A share that has not begun to play.
     *
     * @param file the experiment
     * @param root holds a folder {@code NAME.shards} per experiment; made if missing
     * @param shard which share
     * @param catalog the names the experiment uses
     * @throws kelvin.yaml.BadInput if the folder holds shards of another experiment, Java or build
     */
    public ShardRun(ExperimentFile file, Path root, Shard shard, Catalog catalog) {
        this.shard = shard;
        folder = ShardFolder.of(root, file, catalog);
        units = units(file, catalog.code());
        decisions = units.stream().mapToLong(Unit::decisions).sum();
        folder.places(shard).forEach(played::add);
    }

    /** Returns the units of this shard up to the looks wanted; all are numbered, so that another look deals none out anew. */
    private List<Unit> units(ExperimentFile file, String code) {
        List<Unit> units = new ArrayList<>();
        long number = 0;
        for (Work work : Work.of(file, code)) {
            int wanted = folder.looks(work.key());
            for (int look = 1; look <= work.experiment().repetitions().ends().length; look++) {
                for (Node node : work.units(look, shard.count())) {
                    if (shard.owns(number++) && look <= wanted) {
                        units.add(new Unit(work, node));
                    }
                }
            }
        }
        return units;
    }

    /**
     * The folder of the part files.
     *
     * @return {@code NAME.shards}
     */
    public Path folder() {
        return folder.path();
    }

    /**
     * The number of decisions of this share.
     *
     * @return decisions, those played before included
     */
    public long decisions() {
        return decisions;
    }

    /**
     * The number of decisions that are left to play.
     *
     * @return at least 0
     */
    public long left() {
        return pending(TASK_NANOS).decisions();
    }

    /**
     * Plays what is left. What was played before an error or a cancellation is written.
     *
     * @param threads how many threads play, at least 1
     * @param progress told, from any thread, of decisions just made
     * @param stop polled by the worker threads; true cancels it
     * @throws kelvin.simulation.FailedRun if a learner or an arm fails at play
     * @throws kelvin.simulation.RunCancelled if it was cancelled
     * @throws UncheckedIOException if a file cannot be written
     */
    public void play(int threads, LongConsumer progress, BooleanSupplier stop) {
        Deque<Task> ahead = new ArrayDeque<>();
        PendingNodes pending = pending(TASK_NANOS);
        try (WorkerPool workers = new WorkerPool(threads);
                PartWriter parts = new PartWriter(folder, shard)) {
            submit(workers, pending, ahead, progress, stop);
            while (!ahead.isEmpty()) {
                Task first = ahead.remove();
                parts.add(new PartFile.Played(first.node, first.words.get()));
                submit(workers, pending, ahead, progress, stop);
                parts.writeIfDue();
            }
        }
    }

    private PendingNodes pending(long nodeNanos) {
        return new PendingNodes(units, played, nodeNanos);
    }

    /**
     * Plays what is left on an engine. What was played before an error or a cancellation is written.
     *
     * @param engine plays tasks of about a second each, of more where there would be more than {@value TaskPlan#MAX_TASKS}
     * @param seconds estimates the seconds of a run of a learner, by its label
     * @param progress told, from this thread, of decisions just made
     * @param stop polled all the time; true cancels it
     * @throws kelvin.simulation.RunCancelled if it was cancelled
     * @throws kelvin.yaml.BadInput if a component of the experiment cannot be sent
     * @throws UncheckedIOException if a file cannot be written
     */
    public void play(
            Engine engine,
            ToDoubleBiFunction<Experiment, String> seconds,
            LongConsumer progress,
            BooleanSupplier stop) {
        TaskPlan plan = TaskPlan.of(units, played, seconds);
        if (plan.tasks().isEmpty()) {
            return;
        }
        Map<String, Long> horizons = new HashMap<>();
        units.forEach(
                unit -> horizons.put(unit.node().key(), unit.work().experiment().horizon()));
        try (PartWriter parts = new PartWriter(folder, shard)) {
            Consumer<byte[]> done = bytes -> PartFile.nodes(bytes).forEach(each -> {
                parts.add(each);
                progress.accept(each.node().repetitions()
                        * Objects.requireNonNull(horizons.get(each.node().key())));
            });
            engine.play(
                    SerialBytes.of(plan),
                    plan.tasks().size(),
                    bytes -> {
                        done.accept(bytes);
                        parts.writeIfDue();
                    },
                    stop);
        }
    }

    /** Keeps the workers busy. */
    private void submit(
            WorkerPool workers, PendingNodes pending, Deque<Task> ahead, LongConsumer progress, BooleanSupplier stop) {
        while (ahead.size() < workers.ahead()) {
            Optional<Unit> next = pending.poll();
            if (next.isEmpty()) {
                return;
            }
            Unit unit = next.get();
            ahead.add(new Task(unit.node(), workers.submit(() -> timed(unit, pending, progress, stop))));
        }
    }

    private long[] timed(Unit unit, PendingNodes pending, LongConsumer progress, BooleanSupplier stop) {
        Node node = unit.node();
        long start = System.nanoTime();
        long[] words =
                unit.work().experiment().simulation().node(unit.work().label(), node.from(), node.to(), progress, stop);
        pending.took(node, System.nanoTime() - start);
        return words;
    }
}
