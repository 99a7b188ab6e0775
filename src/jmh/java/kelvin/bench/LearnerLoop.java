package kelvin.bench;

import java.nio.file.Path;
import java.util.function.DoubleSupplier;
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
 * The cost of a step of a learner of {@code experiments/all-learners-easy.yaml}: processor time of choosing among ten arms, nine coins
 * of 0.45 and one of 0.55, and learning from the reward; the later half of 20 000 steps, in nanoseconds.
 *
 * <p>Only classes of the JDK show outside, so that a loader may bring the classes of another version.
 */
public final class LearnerLoop implements DoubleSupplier {
    private static final int ARMS = 10;
    private static final int HORIZON = 20_000;

    private final LearnerSpec spec;

    /**
     * Reads the learner.
     *
     * @param label its label in the file
     * @throws IllegalArgumentException if there is none of that label
     */
    public LearnerLoop(String label) {
        Experiment experiment = ExperimentFile.read(
                        Path.of("experiments", "all-learners-easy.yaml"), new Catalog(), Overrides.NONE)
                .experiment();
        LearnerSpec found =
                experiment.scenario() instanceof BanditScenario bandits ? bandits.learners().get(label) : null;
        if (found == null) {
            throw new IllegalArgumentException("no learner " + label);
        }
        this.spec = found;
    }

    @Override
    public double getAsDouble() {
        Learner player = spec.create(new BanditTask(ARMS, HORIZON), Seed.of(1).generator());
        UniformRandomProvider random = Seed.of(2).generator();
        double[] rewards = new double[ARMS];
        play(player, 1, HORIZON / 2, rewards, random);
        long start = Work.processorTime();
        play(player, HORIZON / 2 + 1, HORIZON, rewards, random);
        return (Work.processorTime() - start) / (HORIZON / 2.0);
    }

    private static void play(Learner player, int from, int to, double[] rewards, UniformRandomProvider random) {
        for (int step = from; step <= to; step++) {
            int action = player.select(step);
            if (player instanceof FullInformation student) {
                for (int arm = 0; arm < ARMS; arm++) {
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
