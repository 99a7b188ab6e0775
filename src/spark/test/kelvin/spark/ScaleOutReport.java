package kelvin.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import kelvin.cli.Main;
import kelvin.file.Folders;
import kelvin.json.Json;
import kelvin.simulation.Simulation;
import kelvin.spark.Cluster.Started;
import org.apache.hadoop.fs.FileUtil;

/**
 * The same experiment in one process, in shards, and on clusters of one and two workers of this machine, with the digest of the data of
 * each; written to {@code results/speed/spark.csv}.
 *
 * <p>A task's overhead is the time between its launch and its end, as the driver sees them, without the time in which the executor
 * runs it: medians over the tasks of a job.
 *
 * <pre>
 *   ./mvnw -Pspark -Dquick -DskipTests package exec:exec
 * </pre>
 */
final class ScaleOutReport {
    private static final Path FILE = Path.of("results", "speed", "spark.csv");
    private static final int REPETITIONS = 8000;
    private static final String LEARNERS = "{softmax: {Softmax: {temperature: 0.2}}, ucb: {Ucb1: {}}}";
    private static final int BLOCKS = 2 * REPETITIONS / Simulation.REPETITIONS_PER_BLOCK;
    private static final String EXPERIMENT = """
            question: What does it take?
            testbed: {GaussianTestbed: {arms: 10, meanStdDev: 1, rewardStdDev: 1}}
            learners: %s
            horizon: 10000
            repetitions: %d
            seed: 1
            """.formatted(LEARNERS, REPETITIONS);

    private final Path folder;
    private final Path file;
    private final List<String> rows = new ArrayList<>(
            List.of(
                    "way,seconds,job_seconds,tasks,blocks_per_task,overhead_per_task_ms,bytes_per_task,bytes_per_block,digest"));

    private ScaleOutReport(Path folder) throws IOException {
        this.folder = folder;
        file = Files.writeString(folder.resolve("mine.yaml"), EXPERIMENT);
    }

    public static void main(String... arguments) throws IOException {
        Path folder = Files.createTempDirectory("kelvin-scale-out");
        try {
            ScaleOutReport report = new ScaleOutReport(folder);
            report.alone();
            report.shards(2);
            report.cluster(1);
            report.cluster(2);
            Files.write(FILE, report.rows);
        } finally {
            FileUtil.fullyDelete(folder.toFile());
        }
    }

    private void alone() throws IOException {
        Path results = folder.resolve("alone");
        long start = System.nanoTime();
        Results.playHere(file, results, "--threads", "2");
        row("one process of two threads", start, results, ",,,,,");
    }

    private void shards(int count) throws IOException {
        Path results = folder.resolve("shards");
        long start = System.nanoTime();
        List<Process> all = new ArrayList<>();
        for (int index = 1; index <= count; index++) {
            all.add(kelvin("run", file, "--shard", index + "/" + count, "--threads", 1, "--results", results));
        }
        for (Process each : all) {
            Deadline.await("a shard", () -> !each.isAlive(), () -> "");
        }
        Process merge = kelvin("merge", results, "--no-charts");
        Deadline.await("the merge", () -> !merge.isAlive(), () -> "");
        row(count + " shards of one thread", start, results, ",,,,,");
    }

    private static Process kelvin(Object... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        Stream.of(arguments).map(String::valueOf).forEach(command::add);
        return new ProcessBuilder(command).inheritIO().start();
    }

    private void cluster(int workers) throws IOException {
        Path results = folder.resolve("spark-" + workers);
        Path events = Files.createDirectory(folder.resolve("events-" + workers));
        Map<String, String> conf = Map.of(
                "spark.eventLog.enabled",
                "true",
                "spark.eventLog.compress",
                "false",
                "spark.eventLog.dir",
                events.toUri().toString());
        try (Cluster cluster = new Cluster(
                "3.5.9",
                Path.of(System.getProperty("java.home")),
                Files.createDirectory(folder.resolve("logs-" + workers)))) {
            for (int worker = 0; worker < workers; worker++) {
                cluster.addWorker();
            }
            long start = System.nanoTime();
            Started submitted = cluster.submit(conf, file, "--results", results, "--no-charts");
            if (submitted.code() != 0) {
                throw new AssertionError(submitted.text());
            }
            row("Spark of " + workers + (workers == 1 ? " worker" : " workers"), start, results, measured(events));
        }
    }

    /** Returns what Spark's event log says of the job and its tasks. */
    private static String measured(Path events) throws IOException {
        List<Map<?, ?>> tasks = new ArrayList<>();
        double job = 0;
        for (String name : Folders.names(events)) {
            for (String line : Files.readAllLines(events.resolve(name))) {
                Map<?, ?> event = (Map<?, ?>) Json.parse(line);
                switch (String.valueOf(event.get("Event"))) {
                    case "SparkListenerJobStart" -> job -= number(event, "Submission Time");
                    case "SparkListenerJobEnd" -> job += number(event, "Completion Time");
                    case "SparkListenerTaskEnd" -> tasks.add(event);
                    default -> {}
                }
            }
        }
        double overhead = median(
                tasks,
                task -> number(task, "Task Info", "Finish Time")
                        - number(task, "Task Info", "Launch Time")
                        - number(task, "Task Metrics", "Executor Run Time"));
        double bytes = tasks.stream()
                .mapToDouble(task -> number(task, "Task Metrics", "Result Size"))
                .sum();
        return String.format(
                Locale.ROOT,
                "%.1f,%d,%.1f,%.0f,%.0f,%.0f",
                job / 1e3,
                tasks.size(),
                (double) BLOCKS / tasks.size(),
                overhead,
                bytes / tasks.size(),
                bytes / BLOCKS);
    }

    private static double number(Map<?, ?> event, String... path) {
        Object value = event;
        for (String key : path) {
            value = ((Map<?, ?>) value).get(key);
        }
        return ((Number) value).doubleValue();
    }

    private static double median(List<Map<?, ?>> tasks, ToDoubleFunction<Map<?, ?>> of) {
        double[] values = tasks.stream().mapToDouble(of).sorted().toArray();
        return (values[(values.length - 1) / 2] + values[values.length / 2]) / 2;
    }

    private void row(String way, long start, Path results, String measured) {
        double seconds = (System.nanoTime() - start) / 1e9;
        String digest =
                Json.sha256((Object) Results.data(results.resolve("mine"))).substring(0, 16);
        rows.add(String.format(Locale.ROOT, "%s,%.1f,%s,%s", way, seconds, measured, digest));
        System.out.println(Arrays.asList(rows.get(rows.size() - 1)));
    }
}
