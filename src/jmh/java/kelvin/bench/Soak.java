package kelvin.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryUsage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import kelvin.decision.Decision;
import kelvin.decision.DecisionMaker;
import kelvin.decision.Settings;
import kelvin.policy.Softmax;
import kelvin.random.Seed;

/**
 * Decides, learns and commits on two threads for some minutes and prints, every minute, how much memory is left after a
 * collection: {@code Soak MINUTES [FOLDER]}; without a folder in memory alone. Fails if the last is above the first by a quarter.
 *
 * <p>The serial collector leaves some of what is dead where it lies in three of four collections, which looks like growth; {@code
 * -XX:MarkSweepAlwaysCompactCount=1} makes it take all every time.
 */
public final class Soak {
    private static final int THREADS = 2;
    private static final int BATCH = 200;
    private static final double GROWTH = 1.25;

    private Soak() {}

    /**
     * Runs it.
     *
     * @param args the minutes, and the folder if there is one
     * @throws IOException if the disk refuses
     * @throws InterruptedException if this thread is interrupted
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        long minutes = Long.parseLong(args[0]);
        Settings rules = new Settings(new Softmax(0.2), 10, Seed.of(1)).remembered(10_000).maxAge(Duration.ofHours(1));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (DecisionMaker maker = args.length > 1
                ? DecisionMaker.open(Files.createDirectories(Path.of(args[1])), rules)
                : new DecisionMaker(rules)) {
            AtomicBoolean go = new AtomicBoolean(true);
            AtomicLong decisions = new AtomicLong();
            Thread[] threads = new Thread[THREADS];
            for (int i = 0; i < THREADS; i++) {
                String name = i + "/" + System.nanoTime() + "/";
                threads[i] = new Thread(() -> work(maker, name, go, decisions));
                threads[i].start();
            }
            long first = 0;
            long last = 0;
            for (long minute = 1; minute <= minutes; minute++) {
                Thread.sleep(60_000);
                System.gc();
                last = afterCollection();
                first = minute == 1 ? last : first;
                out.printf(
                        Locale.ROOT,
                        "minute %d: %,d decisions, %,d bytes of heap in use%n",
                        minute,
                        decisions.get(),
                        last);
            }
            go.set(false);
            for (Thread thread : threads) {
                thread.join();
            }
            if (last > GROWTH * first) {
                throw new IllegalStateException("the heap grew from " + first + " to " + last + " bytes");
            }
        }
    }

    /** Returns the bytes that survived the last collection; later allocations do not count. */
    private static long afterCollection() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(Objects::nonNull)
                .mapToLong(MemoryUsage::getUsed)
                .sum();
    }

    private static void work(DecisionMaker maker, String name, AtomicBoolean go, AtomicLong decisions) {
        try {
            for (long i = 0; go.get(); i++) {
                for (int j = 0; j < BATCH; j++) {
                    String id = name + (i * BATCH + j);
                    Decision decision = maker.decide(id);
                    if (j % 4 == 0) {
                        maker.reward(id, decision.action() * 0.1);
                    }
                }
                maker.commit();
                decisions.addAndGet(BATCH);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
