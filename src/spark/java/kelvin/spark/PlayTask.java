package kelvin.spark;

import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import kelvin.shard.TaskPlayer;
import kelvin.simulation.RunCancelled;
import kelvin.yaml.OutsideCode;
import org.apache.spark.SparkFiles;
import org.apache.spark.TaskContext;
import org.apache.spark.broadcast.Broadcast;
import scala.collection.Iterator;
import scala.runtime.AbstractFunction1;

/** Plays the task whose number is all that a partition holds. */
final class PlayTask extends AbstractFunction1<Iterator<Integer>, TaskResult> implements java.io.Serializable {
    private static final long serialVersionUID = 1L;

    /** The players of this process by their broadcast: one, unless experiments are played at once. */
    private static final Map<Long, TaskPlayer> PLAYERS = new ConcurrentHashMap<>();

    private final Broadcast<byte[]> plan;
    private final List<String> jars;

    /** A function that finds a user's classes in files that the context has added. */
    PlayTask(Broadcast<byte[]> plan, List<String> jars) {
        this.plan = plan;
        this.jars = jars;
    }

    @Override
    public TaskResult apply(Iterator<Integer> task) {
        TaskContext context = Objects.requireNonNull(TaskContext.get());
        try {
            return TaskResult.of(player().play(task.next(), context::isInterrupted));
        } catch (RunCancelled | OutOfMemoryError e) {
            throw e;
        } catch (RuntimeException | Error e) {
            return TaskResult.of(e);
        }
    }

    private TaskPlayer player() {
        return PLAYERS.computeIfAbsent(plan.id(), id -> {
            PLAYERS.clear();
            ClassLoader own = Objects.requireNonNull(PlayTask.class.getClassLoader());
            URL[] places = jars.stream().map(PlayTask::place).toArray(URL[]::new);
            return TaskPlayer.of(plan.value(), jars.isEmpty() ? own : OutsideCode.loader(places, own));
        });
    }

    private static URL place(String file) {
        try {
            return Path.of(SparkFiles.get(file)).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
