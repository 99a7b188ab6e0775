package kelvin.shard;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.BooleanSupplier;
import kelvin.contract.Stability;
import kelvin.shard.TaskPlan.Part;
import kelvin.shard.TaskPlan.Play;
import kelvin.simulation.Simulation;
import kelvin.yaml.BadInput;

/** Plays tasks of an experiment in a process of an {@link Engine}, from any thread. */
@Stability(MAY_CHANGE)
public final class TaskPlayer {
    private final TaskPlan plan;
    private final IdentityHashMap<Play, Simulation> simulations = new IdentityHashMap<>();

    private TaskPlayer(TaskPlan plan) {
        this.plan = plan;
    }

    /**
     * Reads a plan.
     *
     * @param plan what the engine was given
     * @param loader finds Kelvin's classes and a user's
     * @return the player of all its tasks
     * @throws BadInput if this Java is another than the one that merges, whose numbers might differ
     */
    public static TaskPlayer of(byte[] plan, ClassLoader loader) {
        TaskPlan read = SerialBytes.read(TaskPlan.class, plan, loader);
        if (!read.java().equals(TaskPlan.JAVA)) {
            throw new BadInput("found java " + TaskPlan.JAVA + " where a task was to be played, must be java "
                    + read.java() + " as where the experiment was started");
        }
        return new TaskPlayer(read);
    }

    /**
     * Plays a task.
     *
     * @param task its number
     * @param stop polled all the time; true cancels it
     * @return what was played, as opaque bytes
     * @throws kelvin.simulation.FailedRun if a learner or an arm fails at play
     * @throws kelvin.simulation.RunCancelled if it was cancelled
     */
    public byte[] play(int task, BooleanSupplier stop) {
        List<PartFile.Played> played = new ArrayList<>();
        for (Node node : plan.tasks().get(task)) {
            Part learner = Objects.requireNonNull(plan.learners().get(node.key()));
            played.add(new PartFile.Played(
                    node, simulation(learner.play()).node(learner.label(), node.from(), node.to(), steps -> {}, stop)));
        }
        return PartFile.bytes(played);
    }

    private synchronized Simulation simulation(Play play) {
        return simulations.computeIfAbsent(play, Play::simulation);
    }
}
