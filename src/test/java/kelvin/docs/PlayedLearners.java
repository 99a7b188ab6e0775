package kelvin.docs;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import kelvin.experiment.Catalog;
import kelvin.experiment.Experiment;
import kelvin.experiment.ExperimentFile;
import kelvin.experiment.Overrides;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.random.Seed;
import kelvin.simulation.BanditScenario;
import org.apache.commons.rng.UniformRandomProvider;

/** The learners of {@code experiments/all-learners-*.yaml}, and the memory that a step of one takes among ten arms. */
final class PlayedLearners {
    private static final int ARMS = 10;
    private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static final Map<String, LearnerSpec> LEARNERS = new LinkedHashMap<>();

    private PlayedLearners() {}

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
                    .sorted(Comparator.comparing(PlayedLearners::isGaussian).thenComparing(Comparator.naturalOrder()))
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isGaussian(Path file) {
        return file.toString().contains("gaussian");
    }

    /** Plays on coins of means 0.45 but for one of 0.55; returns the bytes that a later step takes. */
    static double bytesPerStep(LearnerSpec spec, int warmUp, int steps) {
        Learner player =
                spec.create(new BanditTask(ARMS, warmUp + steps), Seed.of(1).generator());
        UniformRandomProvider random = Seed.of(2).generator();
        play(player, 1, warmUp, random);
        long bytes = THREAD.getCurrentThreadAllocatedBytes();
        play(player, warmUp + 1, warmUp + steps, random);
        return (double) (THREAD.getCurrentThreadAllocatedBytes() - bytes) / steps;
    }

    private static void play(Learner player, int from, int to, UniformRandomProvider random) {
        for (int step = from; step <= to; step++) {
            int action = player.select(step);
            player.observe(step, action, random.nextDouble() < (action == 0 ? 0.55 : 0.45) ? 1 : 0);
        }
    }
}
