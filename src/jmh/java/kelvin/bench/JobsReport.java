package kelvin.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Whole jobs, written to {@code results/speed/jobs.csv}: the testbed fifty times over by one thread and by two, a run of a
 * billion steps in a JVM of 64 MB, the launcher from a cold start with and without charts, and commands that answer at once. Fails when a
 * start takes too long.
 *
 * <p>{@code ./mvnw -Pbench -Dquick compile exec:exec -Dbench=kelvin.bench.JobsReport}; a few minutes. Arguments: the number of
 * rounds, 5 unless told, and the steps of the long run.
 */
final class JobsReport {
    private static final Path FILE = Path.of("results", "speed", "jobs.csv");
    private static final int REPETITIONS = 100_000;
    private static final Target.Checks CHECKS = new Target.Checks();
    private static final Target BARE = Target.atMost("testbed, cold, without charts", 0.8, 0.8, "s");
    private static final Target DRAWN = Target.atMost("testbed, cold, with charts", 2.0, 2.0, "s");

    /** Commands that answer at once. */
    private static final List<List<String>> COMMANDS = List.of(
            List.of("./kelvin", "explain", "1", "2", "3"), List.of("./kelvin", "list"), List.of("./kelvin", "--version"));

    private static final String TESTBED =
            """
            question: What does a decision cost?
            testbed: {GaussianTestbed: {arms: 10, meanStdDev: 1, rewardStdDev: 1}}
            learners: {softmax: {Softmax: {temperature: 0.2}}}
            horizon: 1000
            repetitions: 2000
            seed: 1
            report: 1000
            """;

    private JobsReport() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        int rounds = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
        long steps = arguments.length < 2 ? 1_000_000_000L : Long.parseLong(arguments[1]);
        List<String> rows = new ArrayList<>(List.of("work,figure,unit"));
        rows.addAll(threads());
        rows.addAll(longRun(steps));
        rows.addAll(launches(rounds));
        Files.createDirectories(FILE.getParent());
        Files.write(FILE, rows);
        rows.forEach(System.out::println);
        CHECKS.end();
    }

    private static List<String> threads() {
        Work.testbed(Work.FIXED, REPETITIONS / 10, 2, decisions -> {});
        double[] processor = new double[3];
        List<String> rows = new ArrayList<>();
        for (int threads = 1; threads <= 2; threads++) {
            long wall = System.nanoTime();
            long before = processorTime();
            Work.testbed(Work.FIXED, REPETITIONS, threads, decisions -> {});
            processor[threads] = (processorTime() - before) / (double) Work.HORIZON / REPETITIONS;
            wall = System.nanoTime() - wall;
            rows.add(row("testbed × 50, threads: " + threads, wall / (double) Work.HORIZON / REPETITIONS, "ns per decision"));
            rows.add(row("testbed × 50, processor time, threads: " + threads, processor[threads], "ns per decision"));
        }
        rows.add(row("speed-up of two threads by processor time per thread", 2 * processor[1] / processor[2], ""));
        return rows;
    }

    /** One learner on ten Bernoulli arms, in a JVM of its own. */
    private static List<String> longRun(long steps) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("kelvin");
        Path file = folder.resolve("long.yaml");
        Files.writeString(
                file,
                """
                question: Does memory grow with the horizon?
                testbed: {BernoulliTestbed: {arms: 10, means: {Uniform: {low: 0, high: 1}}}}
                learners: {softmax: {Softmax: {temperature: 0.2}}}
                horizon: %d
                repetitions: 1
                seed: 1
                """.formatted(steps));
        double seconds = Launch.java(
                        List.of("-Xmx64m"),
                        "kelvin.cli.Main",
                        "run",
                        file.toString(),
                        "--no-charts",
                        "--results",
                        folder.toString())
                .wall();
        Rounds.remove(folder);
        return List.of(row("a run of " + steps + " steps with a heap of 64 MB", 1e9 * seconds / steps, "ns per decision"));
    }

    private static List<String> launches(int rounds) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("kelvin");
        Path file = Files.writeString(folder.resolve("testbed.yaml"), TESTBED);
        double[] bare = new double[rounds];
        double[] drawn = new double[rounds];
        Launch.program("./kelvin", "check", file.toString());
        for (int round = 0; round < rounds; round++) {
            bare[round] = launch(folder, file, "--no-charts");
            drawn[round] = launch(folder, file, "--threads=2");
        }
        Rounds.remove(folder);
        CHECKS.check(BARE, Rounds.median(bare));
        CHECKS.check(DRAWN, Rounds.median(drawn));
        List<String> rows = new ArrayList<>(List.of(
                row(BARE.name(), Rounds.median(bare), BARE.unit()), row(DRAWN.name(), Rounds.median(drawn), DRAWN.unit())));
        for (List<String> command : COMMANDS) {
            double[] seconds = new double[rounds];
            for (int round = 0; round < rounds; round++) {
                seconds[round] = Launch.program(command.toArray(String[]::new)).wall();
            }
            Target target = Target.atMost(String.join(" ", command), 0.25, 0.25, "s");
            CHECKS.check(target, Rounds.median(seconds));
            rows.add(row(target.name(), Rounds.median(seconds), target.unit()));
        }
        return rows;
    }

    private static double launch(Path folder, Path file, String option) throws IOException, InterruptedException {
        Path results = folder.resolve("results");
        double seconds = Launch.program(
                        "./kelvin", "run", file.toString(), option, "--results", results.toString())
                .wall();
        Rounds.remove(results);
        return seconds;
    }

    private static long processorTime() {
        return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
                .getProcessCpuTime();
    }

    private static String row(String work, double figure, String unit) {
        return String.format(Locale.ROOT, "\"%s\",%.2f,%s", work, figure, unit);
    }
}
