package kelvin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The time, memory and bytes on disk of {@code kelvin run} at scale, written to {@code results/speed/scale.csv}: each run in a JVM of
 * its own with a limited heap, one thread and no charts. Fails where memory grows with the horizon.
 *
 * <p>Arguments: ignored number of rounds; the steps of the longest run, 100 000 000 unless told.
 */
final class ScaleReport {
    private static final Path FILE = Path.of("results", "speed", "scale.csv");
    private static final int SHORT = 1_000_000;
    private static final double MEGABYTE = 1e6;
    private static final Target FLAT =
            Target.atMost("peak memory of the longest run / of " + SHORT + " steps", 1.25, 1.25, "×");

    /**
     * A run.
     *
     * @param name what is large
     * @param heap the limit of the heap, in MiB
     */
    private record Job(String name, long arms, String learners, long horizon, int repetitions, int heap) {
        String yaml() {
            return """
                    question: What does it take?
                    testbed: {GaussianTestbed: {arms: %d, meanStdDev: 1, rewardStdDev: 1}}
                    learners: {%s}
                    horizon: %d
                    repetitions: %d
                    seed: 1
                    """.formatted(arms, learners, horizon, repetitions);
        }

        double decisions() {
            return (double) horizon * repetitions * learners.split("Softmax", -1).length - horizon * repetitions;
        }
    }

    private final Map<String, Launch.Usage> used = new LinkedHashMap<>();
    private final List<String> rows = new ArrayList<>(List.of("work,decisions,heap_limit_MiB,seconds,processor_seconds,"
            + "peak_memory_MB,results_MB,largest_file,rows,checkpoint_MB"));

    private ScaleReport() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        long steps = arguments.length < 2 ? 100_000_000L : Long.parseLong(arguments[1]);
        String one = softmax(1);
        String longest = "a horizon of %,d steps".formatted(steps).replace(',', ' ');
        String shorter = "a horizon of %,d steps".formatted(SHORT).replace(',', ' ');
        ScaleReport report = new ScaleReport();
        report.run(new Job("2000 repetitions of 1000 steps", 10, one, 1000, 2000, 64));
        report.run(new Job(shorter, 10, one, SHORT, 1, 64));
        report.run(new Job(longest, 10, one, steps, 1, 64));
        report.run(new Job("1 000 000 arms, 1 000 000 steps", 1_000_000, one, SHORT, 1, 512));
        report.run(new Job("1 000 000 repetitions of 1 step", 10, one, 1, 1_000_000, 1024));
        report.run(new Job("1000 learners, 20 repetitions of 1000 steps", 10, softmax(1000), 1000, 20, 1024));
        Files.createDirectories(FILE.getParent());
        Files.write(FILE, report.rows);
        Target.Checks checks = new Target.Checks();
        checks.check(FLAT, report.peak(longest) / report.peak(shorter));
        checks.end();
    }

    private static String softmax(int learners) {
        return IntStream.rangeClosed(1, learners)
                .mapToObj(i -> "s" + i + ": {Softmax: {temperature: " + 0.2 * i + "}}")
                .collect(Collectors.joining(", "));
    }

    private double peak(String name) {
        return used.containsKey(name) ? used.get(name).peak() : Double.NaN;
    }

    private void run(Job job) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("kelvin");
        Launch.Usage usage =
                Launch.kelvinRun(folder, job.yaml(), List.of("-Xmx" + job.heap + "m"), "--threads=1");
        used.put(job.name, usage);
        Path results = folder.resolve("bench");
        Predicate<Path> checkpoint = file -> file.toString().contains(".saved");
        Path largest = null;
        for (Path file : files(results, checkpoint.negate())) {
            largest = largest == null || Files.size(file) > Files.size(largest) ? file : largest;
        }
        if (largest == null) {
            throw new IOException(results + " is empty");
        }
        long lines;
        try (Stream<String> all = Files.lines(largest)) {
            lines = all.count() - 1;
        }
        rows.add(String.format(
                Locale.ROOT,
                "\"%s\",%.0f,%d,%.1f,%.1f,%.0f,%.2f,%s,%d,%.2f",
                job.name,
                job.decisions(),
                job.heap,
                usage.wall(),
                usage.user(),
                usage.peak() / MEGABYTE,
                bytes(results, checkpoint.negate()) / MEGABYTE,
                largest.getFileName(),
                lines,
                bytes(results, checkpoint) / MEGABYTE));
        System.out.println(rows.get(rows.size() - 1));
        Rounds.remove(folder);
    }

    private static List<Path> files(Path folder, Predicate<Path> kind) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).filter(kind).toList();
        }
    }

    private static double bytes(Path folder, Predicate<Path> kind) throws IOException {
        double bytes = 0;
        for (Path file : files(folder, kind)) {
            bytes += Files.size(file);
        }
        return bytes;
    }
}
