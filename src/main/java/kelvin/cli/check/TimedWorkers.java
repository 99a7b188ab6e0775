package kelvin.cli.check;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;
import kelvin.simulation.FailedRun;
import kelvin.simulation.Simulation;
import kelvin.simulation.Workers;

/** Threads that play, and count the processor time that this takes: without that of the compiler and the garbage collector. */
final class TimedWorkers implements Workers, AutoCloseable {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private final ExecutorService pool;
    private final int count;
    private final LongAdder nanos = new LongAdder();

    TimedWorkers(int count) {
        this.count = count;
        pool = Executors.newFixedThreadPool(count, work -> {
            Thread thread = new Thread(work, "kelvin-trial");
            thread.setDaemon(true);
            return thread;
        });
    }

    @Override
    public int ahead() {
        return Simulation.blocksAhead(count);
    }

    @Override
    public <T> Supplier<T> submit(Supplier<T> work) {
        CompletableFuture<T> result = CompletableFuture.supplyAsync(() -> timed(work), pool);
        return () -> {
            try {
                return result.join();
            } catch (CompletionException e) {
                throw e.getCause() instanceof FailedRun failed ? failed : e;
            }
        };
    }

    private <T> T timed(Supplier<T> work) {
        long start = THREADS.getCurrentThreadCpuTime();
        try {
            return work.get();
        } finally {
            nanos.add(THREADS.getCurrentThreadCpuTime() - start);
        }
    }

    /** Returns the processor time of all work that has ended, in seconds. */
    double seconds() {
        return nanos.sum() / 1e9;
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
