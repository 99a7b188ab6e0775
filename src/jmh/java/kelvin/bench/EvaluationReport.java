package kelvin.bench;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The time and memory of {@code kelvin evaluate} on logs in CSV files, written to {@code results/speed/evaluation.csv}: each in a JVM of its
 * own whose heap is limited to {@value #HEAP} MiB, without charts. Fails where memory grows with the log.
 *
 * <p>Arguments: the number of rounds, of which medians are taken, 3 unless told.
 */
final class EvaluationReport {
    private static final Path FILE = Path.of("results", "speed", "evaluation.csv");
    private static final int HEAP = 64;
    private static final int SHORT = 200_000;
    private static final int LONG = 2_000_000;
    private static final Target FLAT =
            Target.atMost("peak memory of " + LONG + " decisions / of " + SHORT, 1.25, 1.25, "×");

    private EvaluationReport() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        int rounds = arguments.length == 0 ? 3 : Integer.parseInt(arguments[0]);
        Path folder = Files.createTempDirectory("kelvin");
        List<String> rows = new ArrayList<>(List.of("decisions,file_MB,resamples,heap_limit_MiB,seconds,"
                + "processor_seconds,decisions_per_processor_second,peak_memory_MB"));
        double few = measure(log(folder, SHORT), SHORT, 1000, rounds, rows);
        double many = measure(log(folder, LONG), LONG, 10, rounds, rows);
        Rounds.remove(folder);
        Files.write(FILE, rows);
        Target.Checks checks = new Target.Checks();
        checks.check(FLAT, many / few);
        checks.end();
    }

    /** Writes a log of ten actions, chosen unevenly, with rewards of 0 and 1. */
    private static Path log(Path folder, int decisions) throws IOException {
        Path file = folder.resolve(decisions + ".csv");
        UniformRandomProvider random = Seed.of(1).generator();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("action,reward,propensity\n");
            for (int i = 0; i < decisions; i++) {
                boolean first = random.nextBoolean();
                int action = first ? 0 : 1 + random.nextInt(9);
                int reward = random.nextDouble() < 0.05 * (action + 1) ? 1 : 0;
                out.write(action + "," + reward + "," + (first ? "0.5" : "0.05555555555555555") + "\n");
            }
        }
        return file;
    }

    /** Returns the median of the peak memory, and adds a row. */
    private static double measure(Path log, int decisions, int resamples, int rounds, List<String> rows)
            throws IOException, InterruptedException {
        double[] wall = new double[rounds];
        double[] user = new double[rounds];
        double[] peak = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            Launch.Usage usage = Launch.java(
                    List.of("-Xmx" + HEAP + "m"),
                    "kelvin.cli.Main",
                    "evaluate",
                    log.toString(),
                    "--policy",
                    "{Softmax: {temperature: 0.2}}",
                    "--resamples",
                    String.valueOf(resamples),
                    "--no-charts");
            wall[round] = usage.wall();
            user[round] = usage.user();
            peak[round] = usage.peak() / 1e6;
        }
        rows.add(String.format(
                Locale.ROOT,
                "%d,%.0f,%d,%d,%.1f,%.1f,%.0f,%.0f",
                decisions,
                Files.size(log) / 1e6,
                resamples,
                HEAP,
                Rounds.median(wall),
                Rounds.median(user),
                decisions / Rounds.median(user),
                Rounds.median(peak)));
        System.out.println(rows.get(rows.size() - 1));
        return Rounds.median(peak);
    }
}
