package kelvin.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;
import kelvin.model.Context;
import kelvin.model.Features;
import kelvin.model.network.Activation;
import kelvin.model.network.Network;
import kelvin.model.network.NetworkOutput;
import kelvin.model.network.NeuralNetwork;
import kelvin.model.network.Optimiser;
import kelvin.numeric.Tanh;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The processor time of one step of a network of 64 inputs, 32 neurons of tanh and 10 outputs: a forward pass, a backward pass and
 * gradient descent, from all outputs and from the chosen one, beside plain loops that do the same with Java's own tanh and with
 * {@link Tanh}; with the other optimisers, and one pass over the digits. Written to {@code results/speed/network.csv}. Fails when a
 * target is missed or a step allocates. Ratios in the file are to the loops with the same tanh.
 *
 * <p>All works take turns, round by round, after rounds that are not counted; figures are medians over rounds. Arguments: the number of
 * rounds, 9 unless told; half a minute.
 */
final class NetworkReport {
    private static final Path FILE = Path.of("results", "speed", "network.csv");
    private static final Path DIGITS = Path.of("experiments", "data", "digits.csv");
    private static final int INPUTS = 64;
    private static final int WIDTH = 32;
    private static final int OUTPUTS = 10;
    private static final int EXAMPLES = 256;
    private static final int STEPS = 10_000;
    private static final int WARM_UP = 4;
    private static final double RATE = 0.01;
    private static final String ALL = "step from all outputs";
    private static final String CHOSEN = "step from the chosen output";
    private static final String PLAIN_ALL = "plain loops, all outputs";
    private static final String PLAIN_CHOSEN = "plain loops, the chosen output";
    private static final String SAME_TANH = ", the same tanh";
    private static final String DIGITS_PASS = "decision and step on the digits";

    /** Plays a number of steps. */
    private interface Player {
        void play(int steps);
    }

    private final double[][] inputs = new double[EXAMPLES][];
    private final Context[] contexts = new Context[EXAMPLES];
    private final double[][] targets = new double[EXAMPLES][];
    private final Map<String, Player> works = new LinkedHashMap<>();
    private final Map<String, List<Double>> nanoseconds = new LinkedHashMap<>();
    private final Map<String, Double> bytes = new LinkedHashMap<>();

    private NetworkReport() throws IOException {
        UniformRandomProvider random = Seed.of(1).generator();
        for (int i = 0; i < EXAMPLES; i++) {
            inputs[i] = random.doubles(INPUTS, -1, 1).toArray();
            contexts[i] = Context.of(OUTPUTS, inputs[i]);
            targets[i] = random.doubles(OUTPUTS, 0, 1).toArray();
        }
        plain("", Math::tanh, random);
        plain(SAME_TANH, Tanh::of, random);
        NeuralNetwork all = network(Optimiser.SGD);
        double[] gradient = new double[OUTPUTS];
        works.put(ALL, steps -> {
            for (int i = 0; i < steps; i++) {
                int example = i % EXAMPLES;
                all.scores(contexts[example], gradient);
                for (int a = 0; a < OUTPUTS; a++) {
                    gradient[a] = targets[example][a] - gradient[a];
                }
                all.learn(contexts[example], gradient, RATE);
            }
        });
        for (Optimiser optimiser : Optimiser.values()) {
            NeuralNetwork chosen = network(optimiser);
            String name = optimiser == Optimiser.SGD ? CHOSEN : CHOSEN + ", " + optimiser.name().toLowerCase(Locale.ROOT);
            works.put(name, steps -> {
                for (int i = 0; i < steps; i++) {
                    int example = i % EXAMPLES;
                    int action = i % OUTPUTS;
                    chosen.learn(i + 1, contexts[example], action, targets[example][action], 1);
                }
            });
        }
        NeuralNetwork asked = network(Optimiser.SGD);
        works.put("prediction", steps -> {
            for (int i = 0; i < steps; i++) {
                asked.values(contexts[i % EXAMPLES], gradient);
            }
        });
        works.put(DIGITS_PASS, digits());
    }

    private void plain(String suffix, DoubleUnaryOperator tanh, UniformRandomProvider random) {
        PlainNetwork all = new PlainNetwork(INPUTS, WIDTH, OUTPUTS, tanh, random);
        works.put(PLAIN_ALL + suffix, steps -> {
            for (int i = 0; i < steps; i++) {
                all.learn(inputs[i % EXAMPLES], targets[i % EXAMPLES], RATE);
            }
        });
        PlainNetwork chosen = new PlainNetwork(INPUTS, WIDTH, OUTPUTS, tanh, random);
        works.put(PLAIN_CHOSEN + suffix, steps -> {
            for (int i = 0; i < steps; i++) {
                int action = i % OUTPUTS;
                chosen.learn(inputs[i % EXAMPLES], action, targets[i % EXAMPLES][action], RATE);
            }
        });
    }

    private static NeuralNetwork network(Optimiser optimiser) {
        return new Network(List.of(WIDTH), Activation.TANH, NetworkOutput.IDENTITY, RATE, optimiser)
                .create(OUTPUTS, new Features(INPUTS, 0), Seed.of(2));
    }

    /** Predicts all actions for a picture, takes the best one, and learns whether it was right. */
    private static Player digits() throws IOException {
        List<String> lines = Files.readAllLines(DIGITS);
        List<double[]> rows = lines.subList(1, lines.size()).stream()
                .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
                .toList();
        Context[] pictures = rows.stream()
                .map(row -> Context.of(OUTPUTS, Arrays.stream(row, 0, INPUTS).map(x -> x / 16).toArray()))
                .toArray(Context[]::new);
        NeuralNetwork network = network(Optimiser.SGD);
        double[] values = new double[OUTPUTS];
        return steps -> {
            for (int i = 0; i < steps; i++) {
                int picture = i % pictures.length;
                network.values(pictures[picture], values);
                int best = 0;
                for (int a = 1; a < OUTPUTS; a++) {
                    best = values[a] > values[best] ? a : best;
                }
                network.learn(i + 1, pictures[picture], best, rows.get(picture)[INPUTS] == best ? 1 : 0, 1);
            }
        };
    }

    public static void main(String... arguments) throws IOException {
        int rounds = arguments.length == 0 ? 9 : Integer.parseInt(arguments[0]);
        NetworkReport report = new NetworkReport();
        for (int round = -WARM_UP; round < rounds; round++) {
            report.play(round >= 0);
        }
        report.write();
        report.check();
    }

    private void play(boolean counted) {
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        works.forEach((name, player) -> {
            long start = Work.processorTime();
            long before = thread.getCurrentThreadAllocatedBytes();
            player.play(STEPS);
            double allocated = thread.getCurrentThreadAllocatedBytes() - before;
            long end = Work.processorTime();
            if (counted) {
                nanoseconds.computeIfAbsent(name, none -> new ArrayList<>()).add((double) (end - start) / STEPS);
                bytes.merge(name, allocated / STEPS, Math::min);
            }
        });
    }

    private double median(String name) {
        return Rounds.median(nanoseconds.getOrDefault(name, List.of()).stream().mapToDouble(x -> x).toArray());
    }

    private void write() throws IOException {
        List<String> rows = new ArrayList<>(List.of("work,microseconds,times_plain_loops,bytes"));
        for (String name : works.keySet()) {
            String plain = name.equals(ALL) ? PLAIN_ALL + SAME_TANH : name.equals(CHOSEN) ? PLAIN_CHOSEN + SAME_TANH : name;
            rows.add(String.format(
                    Locale.ROOT,
                    "\"%s\",%.2f,%s,%.1f",
                    name,
                    median(name) / 1000,
                    plain.equals(name) ? "" : String.format(Locale.ROOT, "%.2f", median(name) / median(plain)),
                    bytes.getOrDefault(name, Double.NaN)));
        }
        rows.forEach(System.out::println);
        Files.createDirectories(FILE.getParent());
        Files.write(FILE, rows);
    }

    private void check() {
        Target.Checks checks = new Target.Checks();
        for (String suffix : new String[] {"", SAME_TANH}) {
            checks.check(
                    Target.atMost(ALL + " / " + PLAIN_ALL + suffix, 1.5, 1, "×"), median(ALL) / median(PLAIN_ALL + suffix));
            checks.check(
                    Target.atMost(CHOSEN + " / " + PLAIN_CHOSEN + suffix, 1.5, 1, "×"),
                    median(CHOSEN) / median(PLAIN_CHOSEN + suffix));
        }
        checks.check(Target.atMost("one pass over the digits", 1, 1, "s"), 1797 * median(DIGITS_PASS) / 1e9);
        bytes.forEach((name, each) -> checks.check(Target.atMost(name, 0.1, 0, "bytes"), each));
        checks.end();
    }
}
