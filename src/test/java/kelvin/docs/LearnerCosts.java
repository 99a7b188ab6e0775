package kelvin.docs;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import kelvin.experiment.Catalog;
import kelvin.experiment.Experiment;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Overrides;
import kelvin.learner.BanditTask;
import kelvin.learner.FullInformation;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.random.Seed;
import kelvin.simulation.BanditScenario;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * What a step of each learner of {@code experiments/all-learners-*.yaml} costs: processor time and memory, of choosing among ten
 * arms and learning from a reward of 0 or 1.
 */
final class LearnerCosts {
    private static final int ARMS = 10;
    private static final int HORIZON = 20_000;
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final Map<String, LearnerSpec> LEARNERS = new LinkedHashMap<>();

    private LearnerCosts() {}

    /** Per step. */
    record Cost(double nanoseconds, double bytes) {}

    /** Every learner of the six files, by label; those that two files write differently as the first has them. */
    static Map<String, LearnerSpec> learners() {
        if (LEARNERS.isEmpty()) {
            files().forEach(file -> {
                Experiment experiment =
                        ExperimentFile.read(file, new Catalog(), Overrides.NONE).experiment();
                if (experiment.scenario() instanceof BanditScenario bandits) {
                    bandits.learners().forEach(LEARNERS::putIfAbsent);
                }
            });
        }
        return Collections.unmodifiableMap(LEARNERS);
    }

    /** The six files; that of coins first. */
    static Stream<Path> files() {
        try (Stream<Path> files = Files.list(Path.of("experiments"))) {
            return files
                    .filter(file -> file.getFileName().toString().startsWith("all-learners-"))
                    .sorted(Comparator.comparing(LearnerCosts::isGaussian).thenComparing(Comparator.naturalOrder()))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isGaussian(Path file) {
        return file.toString().contains("gaussian");
    }

    /** Plays on coins of means 0.45 but for one of 0.55, and measures the later steps. */
    static Cost of(LearnerSpec spec, int warmUp, int steps) {
        Learner player = spec.create(new BanditTask(ARMS, HORIZON), Seed.of(1).generator());
        UniformRandomProvider random = Seed.of(2).generator();
        double[] rewards = new double[ARMS];
        play(player, 1, warmUp, rewards, random);
        long bytes = THREAD.getCurrentThreadAllocatedBytes();
        long time = THREAD.getCurrentThreadCpuTime();
        play(player, warmUp + 1, warmUp + steps, rewards, random);
        double spent = THREAD.getCurrentThreadCpuTime() - time;
        return new Cost(spent / steps, (double) (THREAD.getCurrentThreadAllocatedBytes() - bytes) / steps);
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

    /** Measures all: of each the least of half a second of runs, ten thousand steps each after as many to warm up. */
    static List<String> measured() {
        List<String> lines = new ArrayList<>(List.of("learner,nanoseconds_per_step,bytes_per_step"));
        learners().forEach((label, spec) -> {
            long end = System.nanoTime() + 500_000_000L;
            Cost best = of(spec, HORIZON / 2, HORIZON / 2);
            while (System.nanoTime() < end) {
                Cost next = of(spec, HORIZON / 2, HORIZON / 2);
                best = next.nanoseconds < best.nanoseconds ? next : best;
            }
            lines.add(String.format(Locale.ROOT, "\"%s\",%.0f,%.1f", label, best.nanoseconds, best.bytes));
        });
        return lines;
    }
}
