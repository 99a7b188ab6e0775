package kelvin.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kelvin.model.Bag;
import kelvin.model.Clusters;
import kelvin.model.Context;
import kelvin.model.Discriminant;
import kelvin.model.Distance;
import kelvin.model.Features;
import kelvin.model.Layout;
import kelvin.model.LinearSgd;
import kelvin.model.Logistic;
import kelvin.model.LogisticSgd;
import kelvin.model.Means;
import kelvin.model.Model;
import kelvin.model.ModelSpec;
import kelvin.model.NaiveBayes;
import kelvin.model.Neighbours;
import kelvin.model.Ridge;
import kelvin.model.network.Activation;
import kelvin.model.network.Network;
import kelvin.model.network.NetworkOutput;
import kelvin.model.network.NeuralLinear;
import kelvin.model.network.Optimiser;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The processor time and the memory of every model: predicting for all of ten actions, and predicting and then learning a reward of 0 or
 * 1, for 10 and 100 shared features. Medians over rounds in which all models take turns, written to
 * {@code results/speed/model-costs.csv}.
 *
 * <p>Arguments: the number of rounds, 5 unless told. A round takes some seconds.
 */
final class ModelCostsReport {
    private static final Path FILE = Path.of("results", "speed", "model-costs.csv");
    private static final int ACTIONS = 10;
    private static final int[] FEATURES = {10, 100};
    private static final int CONTEXTS = 256;
    private static final int LESSONS = 2000;
    private static final long LEAST_NANOSECONDS = 50_000_000;
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private ModelCostsReport() {}

    /** A model and the number of features; what is measured of it, per decision. */
    private record Subject(ModelSpec model, int features) {}

    private record Cost(double predicting, double deciding, double bytes) {}

    private static List<ModelSpec> models() {
        Network network = new Network(List.of(32), Activation.TANH, NetworkOutput.IDENTITY, 0.1, Optimiser.SGD);
        return List.of(
                new Means(1),
                new Ridge(1),
                new Logistic(1),
                new LinearSgd(0.5, Layout.DISJOINT),
                new LogisticSgd(0.5, Layout.DISJOINT),
                new Bag(10, new LogisticSgd(0.5, Layout.DISJOINT)),
                new Neighbours(5, Distance.EUCLIDEAN, 100),
                new Clusters(10, new Means(1)),
                new NaiveBayes(1),
                new Discriminant(1),
                network,
                new NeuralLinear(network, 1, 100, 1, 1000));
    }

    public static void main(String... arguments) throws IOException {
        int rounds = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
        Map<Subject, List<Cost>> costs = new LinkedHashMap<>();
        for (int round = -1; round < rounds; round++) {
            for (int features : FEATURES) {
                for (ModelSpec model : models()) {
                    Subject subject = new Subject(model, features);
                    Cost cost = of(subject);
                    List<Cost> all = costs.computeIfAbsent(subject, none -> new ArrayList<>());
                    if (round >= 0) {
                        all.add(cost);
                    }
                }
            }
        }
        List<String> lines = new ArrayList<>(List.of(
                "model,features,nanoseconds_per_prediction,nanoseconds_per_prediction_and_reward,bytes_per_prediction_and_reward"));
        costs.forEach((subject, all) -> lines.add(String.format(
                Locale.ROOT,
                "\"%s\",%d,%.0f,%.0f,%.1f",
                subject.model(),
                subject.features(),
                Rounds.median(all.stream().mapToDouble(Cost::predicting).toArray()),
                Rounds.median(all.stream().mapToDouble(Cost::deciding).toArray()),
                Rounds.median(all.stream().mapToDouble(Cost::bytes).toArray()))));
        Files.createDirectories(FILE.getParent());
        Files.write(FILE, lines);
        lines.forEach(System.out::println);
    }

    private static Cost of(Subject subject) {
        UniformRandomProvider random = Seed.of(1).generator();
        Features features = new Features(subject.features(), 0);
        Context[] contexts = new Context[CONTEXTS];
        for (int i = 0; i < CONTEXTS; i++) {
            contexts[i] = new Context(ACTIONS, features);
            contexts[i].set(0, 1);
            for (int j = 1; j < subject.features(); j++) {
                contexts[i].set(j, random.nextDouble() * 2 - 1);
            }
        }
        Model model = subject.model().create(ACTIONS, features, Seed.of(2));
        double[] out = new double[ACTIONS];
        decide(model, contexts, out, 1, random);
        double[] predicting = {0, 0};
        while (predicting[0] < LEAST_NANOSECONDS) {
            long start = Work.processorTime();
            for (Context context : contexts) {
                model.values(context, out);
            }
            predicting[0] += Work.processorTime() - start;
            predicting[1] += CONTEXTS;
        }
        double[] deciding = {0, 0, 0};
        while (deciding[0] < LEAST_NANOSECONDS) {
            long allocated = THREAD.getCurrentThreadAllocatedBytes();
            long start = Work.processorTime();
            decide(model, contexts, out, LESSONS + 1, random);
            deciding[0] += Work.processorTime() - start;
            deciding[1] += LESSONS;
            deciding[2] += THREAD.getCurrentThreadAllocatedBytes() - allocated;
        }
        return new Cost(predicting[0] / predicting[1], deciding[0] / deciding[1], deciding[2] / deciding[1]);
    }

    private static void decide(Model model, Context[] contexts, double[] out, long from, UniformRandomProvider random) {
        for (int i = 0; i < LESSONS; i++) {
            Context context = contexts[i % CONTEXTS];
            model.values(context, out);
            model.learn(from + i, context, i % ACTIONS, random.nextDouble() < out[i % ACTIONS] ? 0 : 1, 1);
        }
    }
}
