package kelvin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kelvin.chart.Charts;
import kelvin.chart.LogLines;
import kelvin.policy.ActionSelector;
import kelvin.policy.PolicySchedule;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Decisions of a selector by the number of actions, and all probabilities of as many, beside NumPy and plain loops in alternation:
 * what is slow on a busy machine is then slow for all. Figures are medians over rounds of processor time, in nanoseconds, written to
 * {@code results/speed/decisions.csv} and {@code probabilities.csv}; NumPy's are NaN where {@code python3} has none.
 *
 * <p>Arguments: the number of rounds, 7 unless told.
 */
final class SpeedReport {
    private static final Path FOLDER = Path.of("results", "speed");
    private static final int[] SIZES = {2, 10, 100, 1000, 10_000, 100_000, 1_000_000};

    /** Decisions before measuring: more of them than actions, since a falling temperature pays off by then. */
    private static final int WARM_UP = 2_000_000;

    private static final int DECISIONS = 1_000_000;

    private final Map<String, List<Double>> measured = new LinkedHashMap<>();

    private interface Measurement {
        double take() throws IOException;
    }

    private SpeedReport() {}

    public static void main(String... arguments) throws IOException, InterruptedException {
        int rounds = arguments.length == 0 ? 7 : Integer.parseInt(arguments[0]);
        Files.createDirectories(FOLDER);
        new SpeedReport().probabilities(rounds);
        new SpeedReport().decisions(rounds);
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
    private void decisions(int rounds) throws IOException, InterruptedException {
        boolean numpy = NumPy.installed();
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
                size.take("NumPy", () -> numpy ? NumPy.cost("decide", actions, few) : Double.NaN);
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
                new LogLines(
                        "What one decision and one observation cost",
                        "Medians of processor time. Softmax at temperature 0.2, if not at 1; cooling: 1/√step; gates: normalised sigmoids.",
                        "actions",
                        "nanoseconds per decision",
                        Arrays.stream(SIZES).asLongStream().toArray(),
                        true,
                        costs.entrySet().stream()
                                .map(line -> new LogLines.Line(line.getKey(), line.getValue()))
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
