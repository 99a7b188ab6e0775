package kelvin.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;
import kelvin.decision.Decision;
import kelvin.decision.DecisionMaker;
import kelvin.decision.Settings;
import kelvin.policy.Softmax;
import kelvin.random.Seed;

/**
 * Decisions per second of one decision maker with ten arms, in memory and on disk, by how many of them are rewarded and
 * how many threads ask. Medians over rounds in which all works alternate, written to {@code results/speed/decision-maker.csv}:
 * millions of decisions per second by the clock on the wall, and nanoseconds of processor time per decision over all threads that
 * ask. Making the names is part of the work. Work on disk is also measured with a hash chain that does no work ({@link NoDigest}); the
 * speed with the chain over that without it, by processor time, goes to {@code results/speed/hash-chain.csv}.
 *
 * <p>Arguments: the number of rounds, 7 unless told.
 */
final class DecisionMakerReport {
    private static final Path FILE = Path.of("results", "speed", "decision-maker.csv");
    private static final Path CHAIN = Path.of("results", "speed", "hash-chain.csv");
    private static final Settings RULES =
            new Settings(new Softmax(0.2), 10, Seed.of(1)).remembered(100_000).maxAge(Duration.ofHours(1));
    private static final int WARM_UP = 3;

    /**
     * The parts that are measured.
     *
     * @param rewardEvery one decision of so many is rewarded at once; 0 for none
     * @param commitEvery each thread waits for the disk after so many decisions; 0 for never
     */
    private record Task(String name, int threads, int decisionsPerThread, int rewardEvery, int commitEvery) {}

    /** One measurement: by the wall and by the processor, in nanoseconds per decision. */
    private record Cost(double wall, double processor) {}

    private static final List<Task> TASKS = List.of(
            new Task("in memory, none rewarded", 1, 1_000_000, 0, 0),
            new Task("in memory, none rewarded", 2, 500_000, 0, 0),
            new Task("in memory, one in ten rewarded", 1, 1_000_000, 10, 0),
            new Task("in memory, one in ten rewarded", 2, 500_000, 10, 0),
            new Task("in memory, all rewarded", 1, 500_000, 1, 0),
            new Task("in memory, all rewarded", 2, 250_000, 1, 0),
            new Task("on disk, one in ten rewarded, a commit per 1000", 2, 100_000, 10, 1000),
            new Task("on disk, one in ten rewarded, a commit for each", 256, 40, 10, 1));

    private DecisionMakerReport() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        int rounds = arguments.length == 0 ? 7 : Integer.parseInt(arguments[0]);
        Map<Task, List<Cost>> measured = new LinkedHashMap<>();
        Map<Task, List<Cost>> unchained = new LinkedHashMap<>();
        for (int round = -WARM_UP; round < rounds; round++) {
            for (Task task : TASKS) {
                keep(measured, task, round);
                if (task.commitEvery > 0) {
                    NoDigest.use(true);
                    keep(unchained, task, round);
                    NoDigest.use(false);
                }
            }
        }
        List<String> rows = new ArrayList<>(
                List.of("work,threads,million_decisions_per_second,processor_nanoseconds_per_decision"));
        measured.forEach((task, costs) -> rows.add(String.format(
                Locale.ROOT,
                "\"%s\",%d,%.3g,%.0f",
                task.name,
                task.threads,
                1000 / median(costs, Cost::wall),
                median(costs, Cost::processor))));
        write(FILE, rows);
        List<String> chain = new ArrayList<>(List.of("work,threads,of_the_speed_without_hash_chain"));
        Target.Checks checks = new Target.Checks();
        unchained.forEach((task, costs) -> {
            double ratio = median(costs, Cost::processor) / median(measured.get(task), Cost::processor);
            String name = "speed with the hash chain over that without it, " + task.name;
            checks.check(Target.atLeast(name, 0.8, 0.95, "times"), ratio);
            chain.add(String.format(Locale.ROOT, "\"%s\",%d,%.2f", task.name, task.threads, ratio));
        });
        write(CHAIN, chain);
        checks.end();
    }

    private static void write(Path file, List<String> rows) throws IOException {
        rows.forEach(System.out::println);
        Files.createDirectories(file.getParent());
        Files.write(file, rows);
    }

    private static void keep(Map<Task, List<Cost>> measured, Task task, int round)
            throws IOException, InterruptedException {
        Cost cost = measure(task, round);
        if (round >= 0) {
            measured.computeIfAbsent(task, none -> new ArrayList<>()).add(cost);
        }
    }

    private static double median(List<Cost> costs, ToDoubleFunction<Cost> figure) {
        return Rounds.median(costs.stream().mapToDouble(figure).toArray());
    }

    private static Cost measure(Task task, int round) throws IOException, InterruptedException {
        if (task.commitEvery == 0) {
            return run(task, new DecisionMaker(RULES), round);
        }
        Path folder = Files.createTempDirectory("decisions");
        try (DecisionMaker maker = DecisionMaker.open(folder, RULES)) {
            return run(task, maker, round);
        } finally {
            Rounds.remove(folder);
        }
    }

    private static Cost run(Task task, DecisionMaker maker, int round) throws InterruptedException {
        AtomicLong processor = new AtomicLong();
        CountDownLatch ready = new CountDownLatch(task.threads + 1);
        Thread[] threads = new Thread[task.threads];
        for (int i = 0; i < threads.length; i++) {
            String name = "round " + round + ", thread " + i + "/";
            threads[i] = new Thread(() -> {
                arrive(ready);
                long before = Work.processorTime();
                work(task, maker, name);
                processor.addAndGet(Work.processorTime() - before);
            });
            threads[i].start();
        }
        arrive(ready);
        long start = System.nanoTime();
        for (Thread thread : threads) {
            thread.join();
        }
        double decisions = (double) task.threads * task.decisionsPerThread;
        return new Cost((System.nanoTime() - start) / decisions, processor.get() / decisions);
    }

    private static void arrive(CountDownLatch ready) {
        ready.countDown();
        try {
            ready.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void work(Task task, DecisionMaker maker, String name) {
        for (int i = 1; i <= task.decisionsPerThread; i++) {
            String id = name + i;
            Decision decision = maker.decide(id);
            if (task.rewardEvery > 0 && i % task.rewardEvery == 0) {
                maker.reward(id, decision.action() * 0.1);
            }
            if (task.commitEvery > 0 && i % task.commitEvery == 0) {
                commit(maker);
            }
        }
    }

    private static void commit(DecisionMaker maker) {
        try {
            maker.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
