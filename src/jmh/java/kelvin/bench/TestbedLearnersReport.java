package kelvin.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kelvin.experiment.Experiment;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Overrides;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.metric.Results;
import kelvin.random.Seed;
import kelvin.simulation.BanditScenario;
import kelvin.simulation.ReplicationPlan;
import kelvin.simulation.Simulation;
import kelvin.experiment.Catalog;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ContinuousSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/**
 * The learners of the ten-armed testbed, each alone in a JVM of its own, in alternation: nanoseconds of processor time per
 * step of a whole simulation in its steady state, and of the learner by itself, which chooses and sees normal rewards.
 * Written with the ratio to the first learner, softmax, to {@code results/speed/testbed-learners.csv}; fails when a
 * learner costs more than it must.
 *
 * <p>{@code ./mvnw -Pbench -Dquick compile exec:exec -Dbench=kelvin.bench.TestbedLearnersReport}; a few minutes. Argument: the
 * number of rounds, 7 unless told.
 */
final class TestbedLearnersReport {
    private static final Path FILE = Path.of("results", "speed", "testbed-learners.csv");
    private static final Path TESTBED = Path.of("experiments", "ten-armed-testbed.yaml");
    private static final int REPETITIONS = 1000;
    private static final int WARM_UPS = 6;

    /** The simplest policies, which the testbed of the experiments does without. */
    private static final String SIMPLE =
            """
              uniform:          {Uniform: {}}
              greedy:           {Greedy: {}}
              ε-greedy falling: {EpsilonGreedy: {epsilon: {InverseSqrt: {start: 1.0}}}}
            """;

    /** The largest cost allowed for a learner, in multiples of that of softmax. */
    private static final double MOST = 1.5;

    private static final Map<String, Double> OTHER_MOST = Map.of(
            "gradient", 2.5, "uniform", 1.0, "greedy", 1.0, "ε-greedy 0.1", 1.0, "ε-greedy falling", 1.0);

    private TestbedLearnersReport() {}

    public static void main(String... arguments) throws IOException {
        if (arguments.length == 2) {
            work(Path.of(arguments[0]), arguments[1]);
            return;
        }
        int rounds = arguments.length == 0 ? 7 : Integer.parseInt(arguments[0]);
        Path file = Files.createTempFile("testbed", ".yaml");
        Files.writeString(file, Files.readString(TESTBED) + SIMPLE);
        Map<String, List<double[]>> measured = new LinkedHashMap<>();
        Map<String, Worker> workers = new LinkedHashMap<>();
        for (String label : scenario(file).labels()) {
            workers.put(label, new Worker(file, label));
            measured.put(label, new ArrayList<>());
        }
        for (int round = 0; round < rounds; round++) {
            workers.forEach((label, worker) -> measured.get(label).add(worker.measure()));
        }
        workers.values().forEach(Worker::close);
        Files.delete(file);
        write(measured);
    }

    private static void write(Map<String, List<double[]>> measured) throws IOException {
        List<String> rows = new ArrayList<>(List.of("learner,nanoseconds_per_step,times_softmax,must,learner_alone"));
        List<String> missed = new ArrayList<>();
        double softmax = 0;
        for (Map.Entry<String, List<double[]>> entry : measured.entrySet()) {
            String label = entry.getKey();
            double whole = median(entry.getValue(), 0);
            softmax = softmax == 0 ? whole : softmax;
            double most = OTHER_MOST.getOrDefault(label, MOST);
            rows.add(String.format(
                    Locale.ROOT,
                    "%s,%.1f,%.2f,%.1f,%.1f",
                    label,
                    whole,
                    whole / softmax,
                    most,
                    median(entry.getValue(), 1)));
            if (whole > most * softmax) {
                missed.add(label);
            }
        }
        Files.createDirectories(FILE.getParent());
        Files.write(FILE, rows);
        rows.forEach(System.out::println);
        if (!missed.isEmpty()) {
            throw new IllegalStateException("dearer than they must be: " + missed);
        }
    }

    private static double median(List<double[]> figures, int column) {
        return Rounds.median(figures.stream().mapToDouble(row -> row[column]).toArray());
    }

    /** Plays one learner; measures once for each line of the standard input. */
    private static void work(Path file, String label) throws IOException {
        Experiment experiment = ExperimentFile.read(file, new Catalog(), Overrides.NONE).experiment();
        BanditScenario all = scenario(file);
        LearnerSpec learner = all.learners().get(label);
        Simulation simulation = new Simulation(
                all.testbed(),
                Map.of(label, learner),
                experiment.simulation().report(),
                new ReplicationPlan.Fixed(REPETITIONS),
                Seed.of(1),
                experiment.simulation().tracing());
        for (int i = 0; i < WARM_UPS; i++) {
            whole(simulation);
        }
        double[] warm = {alone(learner), alone(learner)};
        for (int line = System.in.read(); line >= 0 && warm[0] > 0; line = System.in.read()) {
            System.out.println(whole(simulation) + " " + alone(learner));
        }
    }

    private static BanditScenario scenario(Path file) {
        Experiment experiment = ExperimentFile.read(file, new Catalog(), Overrides.NONE).experiment();
        if (experiment.scenario() instanceof BanditScenario bandits) {
            return bandits;
        }
        throw new IllegalStateException(file + " is not about bandits");
    }

    /** By the thread that plays, between the first and the last time that it tells of its progress. */
    private static double whole(Simulation simulation) {
        long[] times = new long[2];
        long[] steps = new long[1];
        Results results = simulation.play("", 1, made -> {
            times[1] = Work.processorTime();
            steps[0] += times[0] == 0 ? 0 : made;
            times[0] = times[0] == 0 ? times[1] : times[0];
        });
        return results.trials().isEmpty() ? Double.NaN : (times[1] - times[0]) / (double) steps[0];
    }

    /** The learner without a simulation: it chooses and sees the next of some normal rewards. */
    private static double alone(LearnerSpec spec) {
        UniformRandomProvider random = Seed.of(1).generator();
        ContinuousSampler normal = ZigguratSampler.NormalizedGaussian.of(random);
        double[] noise = normal.samples(1 << 12).toArray();
        int[] chosen = new int[10];
        long start = Work.processorTime();
        for (int repetition = 0; repetition < REPETITIONS; repetition++) {
            double[] means = normal.samples(chosen.length).toArray();
            Learner learner = spec.create(
                    new BanditTask(chosen.length, Work.HORIZON), Seed.of(repetition).generator());
            for (int step = 1; step <= Work.HORIZON; step++) {
                int action = learner.select(step);
                learner.observe(step, action, means[action] + noise[step & noise.length - 1]);
                chosen[action]++;
            }
        }
        return (Work.processorTime() - start) / (double) (Work.HORIZON * REPETITIONS);
    }

    /** A JVM that plays one learner when asked. */
    private static final class Worker {
        private final Process process;
        private final BufferedReader answers;

        Worker(Path file, String label) throws IOException {
            process = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElse("java"),
                            "-Xmx128m",
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            TestbedLearnersReport.class.getName(),
                            file.toString(),
                            label)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            answers = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        }

        double[] measure() {
            try {
                process.getOutputStream().write('\n');
                process.getOutputStream().flush();
                String[] numbers = String.valueOf(answers.readLine()).split(" ");
                return new double[] {Double.parseDouble(numbers[0]), Double.parseDouble(numbers[1])};
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void close() {
            process.destroy();
        }
    }
}
