package kelvin.simulation;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** A pool of threads that play blocks. */
final class WorkerPool implements AutoCloseable {
    /** A block that is being played. */
    record Task(String label, int block, Future<RunStatistics> future) {
        /** Waits for the statistics of the block. */
        RunStatistics part() {
            try {
                return future.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof FailedRun failed) {
                    throw failed;
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
    }

    private final ExecutorService threads;
    private final int ahead;

    WorkerPool(int count) {
        threads = Executors.newFixedThreadPool(count, WorkerPool::player);
        ahead = 4 * count + 1;
    }

    /** Returns the number of blocks to submit ahead: enough to keep every thread busy, few enough to keep memory small. */
    int ahead() {
        return ahead;
    }

    Task submit(Block block) {
        return new Task(block.label(), block.block(), threads.submit(block));
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
