package kelvin.shard;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import kelvin.contract.Stability;

/** An engine plays independent tasks, anywhere and in any order: a cluster, or threads. */
@FunctionalInterface
@Stability(MAY_CHANGE)
public interface Engine {
    /**
     * Plays tasks with a {@link TaskPlayer} each, in as many processes as there are.
     *
     * @param plan what every {@link TaskPlayer} is made from
     * @param tasks the number of tasks, at least 1; they are numbered from 0
     * @param done receives what {@link TaskPlayer#play} returned, once for each task, as soon as it is there; from this thread
     * @param stop polled all the time; true cancels the tasks that are left
     * @throws kelvin.simulation.RunCancelled if it was cancelled
     */
    void play(byte[] plan, int tasks, Consumer<byte[]> done, BooleanSupplier stop);
}
