package kelvin.bench;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import kelvin.experiment.Experiment;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Overrides;
import kelvin.learner.BanditTask;
import kelvin.learner.FullInformation;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.random.Seed;
import kelvin.simulation.BanditScenario;
import kelvin.experiment.Catalog;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The processor time and the memory of one step of every learner of {@code experiments/all-learners-*.yaml}: choosing among ten arms
 * and learning from a reward of 0 or 1, with means of 0.45 but for one of 0.55, in steps 10 001 to 20 000. Medians over rounds in
 * which all learners take turns, written to {@code results/speed/all-learners-costs.csv}.
 *
 * <p>Arguments: the number of rounds, 5 unless told. A round takes about ten seconds.
 */
final class LearnerCostsReport {
    private static final Path FILE = Path.of("results", "speed", "all-learners-costs.csv");
    private static final int ARMS = 10;
    private static final int STEPS = 10_000;
    private static final long LEAST_NANOSECONDS = 100_000_000;
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private LearnerCostsReport() {}

    /** Per step. */
    private record Cost(double nanoseconds, double bytes) {}

    public static void main(String... arguments) throws IOException {
        int rounds = arguments.length == 0 ? 5 : Integer.parseInt(arguments[0]);
        Map<String, LearnerSpec> learners = learners();
        Map<String, List<Cost>> costs = new LinkedHashMap<>();
        learners.values().forEach(LearnerCostsReport::of);
        for (int round = 0; round < rounds; round++) {
            learners.forEach((label, spec) ->
                    costs.computeIfAbsent(label, none -> new ArrayList<>()).add(of(spec)));
        }
        List<String> lines = new ArrayList<>(List.of("learner,nanoseconds_per_step,bytes_per_step"));
        costs.forEach((label, all) -> lines.add(String.format(
                Locale.ROOT,
                "\"%s\",%.0f,%.1f",
                label,
                Rounds.median(all.stream().mapToDouble(Cost::nanoseconds).toArray()),
                Rounds.median(all.stream().mapToDouble(Cost::bytes).toArray()))));
        Files.createDirectories(FILE.getParent());
        Files.write(FILE, lines);
        lines.forEach(System.out::println);
    }

    /** Every learner by label; those that two files write differently as the first has them, which is not that of Gaussian arms. */
    private static Map<String, LearnerSpec> learners() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of("experiments"))) {
            files = all.filter(file -> file.getFileName().toString().startsWith("all-learners-"))
                    .sorted(Comparator.comparing((Path file) -> file.toString().contains("gaussian"))
                            .thenComparing(Comparator.naturalOrder()))
                    .toList();
        }
        Map<String, LearnerSpec> learners = new LinkedHashMap<>();
        for (Path file : files) {
            Experiment experiment =
                    ExperimentFile.read(file, new Catalog(), Overrides.NONE).experiment();
            if (experiment.scenario() instanceof BanditScenario bandits) {
                bandits.learners().forEach(learners::putIfAbsent);
            }
        }
        return learners;
    }

    /** Plays until the measured steps have taken long enough. */
    private static Cost of(LearnerSpec spec) {
        double time = 0;
        double bytes = 0;
        double steps = 0;
        double[] rewards = new double[ARMS];
        while (time < LEAST_NANOSECONDS) {
            Learner player =
                    spec.create(new BanditTask(ARMS, 2 * STEPS), Seed.of(1).generator());
            UniformRandomProvider random = Seed.of(2).generator();
            play(player, 1, STEPS, rewards, random);
            long allocated = THREAD.getCurrentThreadAllocatedBytes();
            long start = Work.processorTime();
            play(player, STEPS + 1, 2 * STEPS, rewards, random);
            time += Work.processorTime() - start;
            bytes += THREAD.getCurrentThreadAllocatedBytes() - allocated;
            steps += STEPS;
        }
        return new Cost(time / steps, bytes / steps);
    }

    private static void play(Learner player, int from, int to, double[] rewards, UniformRandomProvider random) {
        for (int step = from; step <= to; step++) {
            int action = player.select(step);
            if (player instanceof FullInformation student) {
                for (int arm = 0; arm < rewards.length; arm++) {
                    rewards[arm] = coin(arm, random);
                }
                student.observeAll(step, rewards);
            } else {
                player.observe(step, action, coin(action, random));
            }
        }
    }

    private static double coin(int arm, UniformRandomProvider random) {
        return random.nextDouble() < (arm == 0 ? 0.55 : 0.45) ? 1 : 0;
    }
}
