package kelvin.simulation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import kelvin.contract.Stability;

/** A pool of threads; nothing else in the core knows of threads. */
@Stability(MAY_CHANGE)
public final class WorkerPool implements Workers, AutoCloseable {
    private final ExecutorService threads;
    private final int ahead;

    /**
     * A pool of daemon threads.
     *
     * @param count how many, at least 1
     */
    public WorkerPool(int count) {
        threads = Executors.newFixedThreadPool(count, WorkerPool::player);
        ahead = Simulation.blocksAhead(count);
    }

    @Override
    public int ahead() {
        return ahead;
    }

    @Override
    public <T> Supplier<T> submit(Supplier<T> work) {
        Future<T> future = threads.submit(work::get);
        return () -> result(future);
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FailedRun failed) {
                throw failed;
            }
            if (e.getCause() instanceof RunCancelled cancelled) {
                throw cancelled;
            }
            if (e.getCause() instanceof OutOfMemoryError full) {
                throw full;
            }
            throw new FailedRun("the simulation broke down: " + e.getCause(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new FailedRun("interrupted", e);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private static Thread player(Runnable work) {
        Thread thread = new Thread(work, "kelvin-player");
        thread.setDaemon(true);
        return thread;
    }
}
