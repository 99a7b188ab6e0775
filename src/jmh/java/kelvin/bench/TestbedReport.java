package kelvin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * {@code kelvin run} of the ten-armed testbed beside {@link PlainLoop} and NumPy, written to {@code results/speed/testbed.csv}:
 * softmax at 0.2, one thread, 1000 steps with every step reported, and 100 000 steps with 200 reported.
 *
 * <p>All figures are steady ones: the user CPU time of a process that plays many repetitions less that of one that plays few, over
 * the decisions between. So starting and compiling do not count: the shorter run is long enough for the compilers to finish. All
 * works take turns, round by round; figures are medians over rounds, ratios are ratios of medians. Fails when a target is missed.
 *
 * <p>Arguments: the number of rounds, 5 unless told. A round takes about a minute and a half on a quiet machine.
 */
final class TestbedReport {
    private static final Path FILE = Path.of("results", "speed", "testbed.csv");
    private static final String DENSE = "every step";
    private static final String SPARSE = "200 of 100 000 steps";
    private static final Stretch EVERY_STEP = new Stretch(1000, 1000, 20_000, 60_000);
    private static final Stretch FEW_STEPS = new Stretch(100_000, 200, 200, 600);
    private static final int NUMPY_REPETITIONS = 2000;
    private static final int NUMPY_TIMES = 10;

    private static final String KELVIN = "kelvin run";
    private static final String PLAIN = "plain loop";
    private static final String SHIFTED = "plain loop with shift";
    private static final String NUMPY = "NumPy, expert";
    private static final String NUMPY_COOLING = "NumPy, expert, cooling";
    private static final String KELVIN_COOLING = "kelvin run, cooling";

    private static final Target LOOP = Target.atMost(DENSE + ", kelvin run / plain loop with shift", 1.35, 1.15, "×");
    private static final Target LOOP_SPARSE =
            Target.atMost(SPARSE + ", kelvin run / plain loop with shift", 1.35, 1.35, "×");
    private static final Target OVER_NUMPY = Target.atLeast(DENSE + ", NumPy expert / kelvin run", 1.15, 1.4, "×");

    /** A horizon with reported steps, and the numbers of repetitions of the shorter and the longer run. */
    private record Stretch(int horizon, int points, int few, int many) {}

    /** A work and the steps that it reports. */
    private record Work(String name, String reported) {}

    /** The user CPU time of one run, in seconds. */
    private interface Run {
        double seconds(int repetitions) throws IOException, InterruptedException;
    }

    private final Map<Work, List<Double>> measured = new LinkedHashMap<>();
    private final boolean numpy = NumPy.installed();

    private TestbedReport() throws InterruptedException {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        int rounds = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
        TestbedReport report = new TestbedReport();
        for (int round = 0; round < rounds; round++) {
            report.round();
        }
        report.write();
        report.check();
    }

    private void round() throws IOException, InterruptedException {
        kelvin(KELVIN, DENSE, EVERY_STEP, "0.2");
        plain(PLAIN, "plain", DENSE, EVERY_STEP);
        plain(SHIFTED, "shifted", DENSE, EVERY_STEP);
        numpy(NUMPY, "expert");
        kelvin(KELVIN, SPARSE, FEW_STEPS, "0.2");
        plain(PLAIN, "plain", SPARSE, FEW_STEPS);
        plain(SHIFTED, "shifted", SPARSE, FEW_STEPS);
        kelvin(KELVIN_COOLING, DENSE, EVERY_STEP, "{InverseSqrt: {start: 1.0}}");
        numpy(NUMPY_COOLING, "cooling");
        numpy("NumPy, ordinary", "ordinary");
        parts("learner and bandit in a loop", "learners");
        parts("rewards alone", "rewards");
    }

    private void kelvin(String name, String reported, Stretch stretch, String temperature)
            throws IOException, InterruptedException {
        String yaml =
                """
                question: What does a decision cost?
                testbed: {GaussianTestbed: {arms: 10, meanStdDev: 1, rewardStdDev: 1}}
                learners: {softmax: {Softmax: {temperature: %s}}}
                horizon: %d
                report: %d
                repetitions: 1
                seed: 1
                """
                        .formatted(temperature, stretch.horizon, stretch.points);
        steady(name, reported, stretch, repetitions -> {
            Path folder = Files.createTempDirectory("kelvin");
            try {
                return Launch.kelvinRun(folder, yaml, List.of(), "--threads=1", "--repetitions=" + repetitions)
                        .user();
            } finally {
                Rounds.remove(folder);
            }
        });
    }

    private void plain(String name, String mode, String reported, Stretch stretch)
            throws IOException, InterruptedException {
        steady(name, reported, stretch, repetitions -> Launch.java(
                        List.of(),
                        PlainLoop.class.getName(),
                        mode,
                        String.valueOf(stretch.horizon),
                        String.valueOf(stretch.points),
                        String.valueOf(repetitions))
                .user());
    }

    private void parts(String name, String part) throws IOException, InterruptedException {
        steady(name, DENSE, EVERY_STEP, repetitions -> Launch.java(
                        List.of(), kelvin.bench.Work.class.getName(), part, String.valueOf(repetitions))
                .user());
    }

    private void numpy(String name, String work) throws IOException {
        if (numpy) {
            take(name, DENSE, NumPy.cost(work, NUMPY_REPETITIONS, NUMPY_TIMES));
        }
    }

    private void steady(String name, String reported, Stretch stretch, Run run)
            throws IOException, InterruptedException {
        double start = run.seconds(stretch.few);
        double more = run.seconds(stretch.many) - start;
        take(name, reported, 1e9 * more / stretch.horizon / (stretch.many - stretch.few));
    }

    private void take(String name, String reported, double nanoseconds) {
        measured.computeIfAbsent(new Work(name, reported), none -> new ArrayList<>()).add(nanoseconds);
        System.out.printf(Locale.ROOT, "%s, %s: %.1f ns%n", name, reported, nanoseconds);
    }

    private double median(String name, String reported) {
        return Rounds.median(measured.getOrDefault(new Work(name, reported), List.of(Double.NaN)).stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    private void write() throws IOException {
        List<String> rows = new ArrayList<>(List.of("work,reported,nanoseconds_per_decision,times_plain_loop_with_shift"));
        measured.keySet().forEach(work -> {
            double cost = median(work.name, work.reported);
            rows.add(String.format(
                    Locale.ROOT,
                    "\"%s\",%s,%.1f,%.2f",
                    work.name,
                    work.reported,
                    cost,
                    cost / median(SHIFTED, work.reported)));
        });
        Files.createDirectories(FILE.getParent());
        Files.write(FILE, rows);
        rows.forEach(System.out::println);
    }

    private void check() {
        Target.Checks checks = new Target.Checks();
        checks.check(LOOP, median(KELVIN, DENSE) / median(SHIFTED, DENSE));
        checks.check(OVER_NUMPY, median(NUMPY, DENSE) / median(KELVIN, DENSE));
        checks.check(LOOP_SPARSE, median(KELVIN, SPARSE) / median(SHIFTED, SPARSE));
        checks.end();
    }
}
