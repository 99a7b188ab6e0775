package kelvin.shard;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import kelvin.contract.Environment;
import kelvin.contract.PlayerSpec;
import kelvin.experiment.Experiment;
import kelvin.random.Seed;
import kelvin.shard.PendingNodes.Unit;
import kelvin.simulation.ReplicationPlan;
import kelvin.simulation.Scenario;
import kelvin.simulation.Simulation;
import kelvin.simulation.Tracing;

/**
 * The tasks that an engine plays, with all that they need: what files an experiment named has been read.
 *
 * @param java the Java that has to play them
 * @param learners the learners by the key of their nodes
 * @param tasks the nodes of each task
 */
record TaskPlan(String java, Map<String, Part> learners, List<List<Node>> tasks) implements Serializable {
    static final int MAX_TASKS = 50_000;
    /** The Java of this process. */
    static final String JAVA = Runtime.version() + ", " + System.getProperty("os.arch");

    private static final int BLOCK = Simulation.REPETITIONS_PER_BLOCK;
    private static final long TASK_NANOS = 1_000_000_000;

    /** A learner of an experiment. */
    record Part(Play play, String label) implements Serializable {}

    /** All of an experiment that the numbers of its learners depend on. */
    record Play(
            Environment testbed,
            Map<String, PlayerSpec> learners,
            Map<String, String> streams,
            long[] report,
            Seed seed,
            Tracing tracing)
            implements Serializable {
        static Play of(Experiment experiment) {
            Simulation simulation = experiment.simulation();
            return new Play(
                    experiment.testbed(),
                    new LinkedHashMap<>(experiment.learners()),
                    experiment.streams(),
                    simulation.report(),
                    simulation.seed(),
                    simulation.tracing());
        }

        Simulation simulation() {
            return new Simulation(
                    Scenario.of(testbed, learners, streams), report, new ReplicationPlan.Fixed(1), seed, tracing);
        }
    }

    /**
     * Plans to play the nodes of some units that are left.
     *
     * @param seconds estimates the seconds of a run of a learner, by its label
     */
    static TaskPlan of(List<Unit> units, NodeIndex played, ToDoubleBiFunction<Experiment, String> seconds) {
        Map<String, Long> nanosPerBlock = new HashMap<>();
        double total = 0;
        for (Unit unit : units) {
            Work work = unit.work();
            long nanos = nanosPerBlock.computeIfAbsent(
                    work.key(),
                    key -> Math.max(1, (long) (BLOCK * 1e9 * seconds.applyAsDouble(work.experiment(), work.label()))));
            total += nanos * (double) unit.node().repetitions() / BLOCK;
        }
        long taskNanos = (long) Math.max(TASK_NANOS, total / MAX_TASKS);
        PendingNodes pending = new PendingNodes(units, played, taskNanos);
        nanosPerBlock.forEach((key, nanos) -> pending.took(new Node(key, 0, BLOCK), nanos));
        IdentityHashMap<Experiment, Play> plays = new IdentityHashMap<>();
        Map<String, Part> learners = new HashMap<>();
        List<List<Node>> tasks = new ArrayList<>();
        double room = 0;
        for (Optional<Unit> next = pending.poll(); next.isPresent(); next = pending.poll()) {
            Work work = next.get().work();
            Node node = next.get().node();
            learners.computeIfAbsent(
                    node.key(), key -> new Part(plays.computeIfAbsent(work.experiment(), Play::of), work.label()));
            double nanos = Objects.requireNonNull(nanosPerBlock.get(node.key())) * (double) node.repetitions() / BLOCK;
            if (tasks.isEmpty() || nanos > room) {
                tasks.add(new ArrayList<>());
                room = taskNanos;
            }
            tasks.get(tasks.size() - 1).add(node);
            room -= nanos;
        }
        return new TaskPlan(JAVA, learners, tasks);
    }
}
