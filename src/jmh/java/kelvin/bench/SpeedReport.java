package kelvin.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import kelvin.chart.Charts;
import kelvin.chart.Costs;
import kelvin.policy.ActionSelector;
import kelvin.policy.PolicySchedule;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Kelvin beside NumPy, in alternation: what is slow on a busy machine is then slow for both. All figures are medians over
 * rounds, in nanoseconds of processor time per decision, written to {@code results/speed}.
 *
 * <p>Wants {@code python3} with NumPy. Arguments: the number of rounds, 7 unless told.
 */
final class SpeedReport {
    private static final Path FOLDER = Path.of("results", "speed");
    private static final int REPETITIONS = 2000;
    private static final int[] SIZES = {2, 10, 100, 1000, 10_000, 100_000, 1_000_000};

    /** Decisions before measuring: more of them than actions, since a falling temperature pays off by then. */
    private static final int WARM_UP = 2_000_000;

    private static final int DECISIONS = 1_000_000;

    private final Map<String, List<Double>> measured = new LinkedHashMap<>();

    private interface Measurement {
        double take() throws IOException;
    }

    private SpeedReport() {}

    public static void main(String... arguments) throws IOException {
        int rounds = arguments.length == 0 ? 7 : Integer.parseInt(arguments[0]);
        Files.createDirectories(FOLDER);
        new SpeedReport().testbed(rounds);
        new SpeedReport().probabilities(rounds);
        new SpeedReport().decisions(rounds);
    }

    /** Whole simulations of ten Gaussian arms. */
    private void testbed(int rounds) throws IOException {
        for (int round = 0; round < 4; round++) {
            simulation(Work.FIXED);
            simulation(Work.COOLING);
        }
        for (int round = 0; round < rounds; round++) {
            take("kelvin", () -> simulation(Work.FIXED));
            take("numpy expert", () -> numpy("expert", REPETITIONS));
            take("numpy ordinary", () -> numpy("ordinary", REPETITIONS));
            take("kelvin cooling", () -> simulation(Work.COOLING));
            take("numpy expert cooling", () -> numpy("cooling", REPETITIONS));
        }
        for (int round = 0; round < rounds; round++) {
            take("kelvin, nothing noted down", () -> stepped(Work::learners));
            take("kelvin, rewards alone", () -> stepped(Work::rewards));
        }
        List<String> rows = new ArrayList<>(List.of("work,nanoseconds_per_decision"));
        measured.keySet().forEach(name -> rows.add("\"" + name + "\"," + rounded(median(name))));
        Files.write(FOLDER.resolve("testbed.csv"), rows);
        System.out.printf(
                Locale.ROOT,
                "testbed: ordinary NumPy/Kelvin %.2f, expert NumPy/Kelvin %.2f; cooling, expert NumPy/Kelvin %.2f%n",
                median("numpy ordinary") / median("kelvin"),
                median("numpy expert") / median("kelvin"),
                median("numpy expert cooling") / median("kelvin cooling"));
    }

    /** By the thread that plays, which tells of its progress after each repetition: from the first to the last. */
    private static double simulation(PolicySchedule policy) {
        long[] told = new long[3];
        Work.testbed(policy, REPETITIONS, 1, decisions -> {
            if (++told[0] == 1) {
                told[1] = Work.processorTime();
            } else if (told[0] == REPETITIONS) {
                told[2] = Work.processorTime();
            }
        });
        return (told[2] - told[1]) / (double) Work.HORIZON / (REPETITIONS - 1);
    }

    /** Nanoseconds per step of as many runs. */
    private static double stepped(IntToDoubleFunction runs) {
        long start = Work.processorTime();
        double sum = runs.applyAsDouble(REPETITIONS);
        return (Work.processorTime() - start) / (double) Work.HORIZON / (Double.isNaN(sum) ? sum : REPETITIONS);
    }

    /** All probabilities of so many actions, beside the plainest loop. */
    private void probabilities(int rounds) throws IOException {
        List<String> rows = new ArrayList<>(List.of("actions,kelvin,plain_loop"));
        for (int actions : new int[] {10, 1000, 1_000_000}) {
            SpeedReport size = new SpeedReport();
            double[] values = Seed.of(1).generator().doubles(actions).toArray();
            double[] out = new double[actions];
            Softmax policy = new Softmax(0.2);
            for (int round = 0; round < rounds; round++) {
                size.take("kelvin", () -> repeated(() -> policy.probabilities(values, out), actions));
                size.take("plain", () -> repeated(() -> Work.plainProbabilities(values, out), actions));
            }
            rows.add(actions + "," + rounded(size.median("kelvin")) + "," + rounded(size.median("plain")));
            System.out.println("probabilities: " + rows.get(rows.size() - 1));
        }
        Files.write(FOLDER.resolve("probabilities.csv"), rows);
    }

    /** Nanoseconds per call, after as many calls that are not counted. */
    private static double repeated(Runnable call, int actions) {
        int calls = Math.max(3, 20_000_000 / (actions + 10) / 10);
        for (int i = 0; i < calls; i++) {
            call.run();
        }
        long start = Work.processorTime();
        for (int i = 0; i < calls; i++) {
            call.run();
        }
        return (Work.processorTime() - start) / (double) calls;
    }

    /** One decision and one observation, by the number of actions. */
    private void decisions(int rounds) throws IOException {
        List<String> rows = new ArrayList<>();
        Map<String, double[]> costs = new LinkedHashMap<>();
        for (int place = 0; place < SIZES.length; place++) {
            int actions = SIZES[place];
            int few = Math.max(20, 2_000_000 / (actions + 100));
            SpeedReport size = new SpeedReport();
            for (int round = 0; round < rounds; round++) {
                size.take("Kelvin at 0.2", () -> kept(Work.FIXED, actions));
                size.take("Kelvin at 1", () -> kept(Work.WARM, actions));
                size.take("Kelvin, cooling", () -> kept(Work.COOLING, actions));
                size.take("Kelvin, gates", () -> kept(Work.GATES, actions));
                size.take("full recomputation", () -> recomputed(actions, few));
                size.take("NumPy", () -> numpy("decide", actions, few));
            }
            StringBuilder row = new StringBuilder(String.valueOf(actions));
            for (String name : size.measured.keySet()) {
                double cost = size.median(name);
                costs.computeIfAbsent(name, none -> new double[SIZES.length])[place] = cost;
                row.append(',').append(rounded(cost));
            }
            rows.add(row.toString());
            System.out.println(row);
        }
        rows.add(0, "actions,kelvin,kelvin_warm,kelvin_cooling,kelvin_gates,full_recomputation,numpy");
        Files.write(FOLDER.resolve("decisions.csv"), rows);
        Charts.draw(
                new Costs(
                        "What one decision and one observation cost",
                        "Medians of processor time. Softmax at temperature 0.2, if not at 1; cooling: 1/√step; gates: normalised sigmoids.",
                        "actions",
                        "nanoseconds per decision",
                        Arrays.stream(SIZES).asLongStream().toArray(),
                        costs.entrySet().stream()
                                .map(line -> new Costs.Line(line.getKey(), line.getValue()))
                                .toList()),
                FOLDER,
                "decisions");
    }

    private static double kept(PolicySchedule policy, int actions) {
        UniformRandomProvider random = Seed.of(1).generator();
        ActionSelector selector = new ActionSelector(policy, new double[actions], random);
        Work.World world = new Work.World(actions, random);
        long sum = Work.decide(selector, world, 1, WARM_UP);
        long start = Work.processorTime();
        sum += Work.decide(selector, world, WARM_UP + 1, DECISIONS);
        double time = Work.processorTime() - start;
        return sum < 0 ? Double.NaN : time / DECISIONS;
    }

    private static double recomputed(int actions, int decisions) {
        UniformRandomProvider random = Seed.of(1).generator();
        double[] values = new double[actions];
        Work.World world = new Work.World(actions, random);
        long sum = Work.recompute(values, world, random, decisions);
        long start = System.nanoTime();
        long before = Work.processorTime();
        int done = 0;
        while (System.nanoTime() - start < 100_000_000L) {
            sum += Work.recompute(values, world, random, decisions);
            done += decisions;
        }
        double time = Work.processorTime() - before;
        return sum < 0 ? Double.NaN : time / done;
    }

    private static double numpy(String work, int... sizes) throws IOException {
        List<String> command = new ArrayList<>(List.of("python3", "src/jmh/python/numpy_bandits.py", work));
        Arrays.stream(sizes).mapToObj(String::valueOf).forEach(command::add);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = process.inputReader()) {
            String answer = output.readLine();
            if (answer == null) {
                throw new IOException(String.join(" ", command) + " gave no answer; is NumPy installed?");
            }
            return Double.parseDouble(answer.substring(0, answer.indexOf(' ')));
        }
    }

    private void take(String name, Measurement measurement) throws IOException {
        measured.computeIfAbsent(name, none -> new ArrayList<>()).add(measurement.take());
    }

    private double median(String name) {
        return Rounds.median(measured.getOrDefault(name, List.of()).stream()
                .mapToDouble(Double::doubleValue)
                .toArray());
    }

    private static String rounded(double nanoseconds) {
        return String.format(Locale.ROOT, nanoseconds < 100 ? "%.1f" : "%.0f", nanoseconds);
    }
}
