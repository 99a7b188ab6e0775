package kelvin.bench;

import java.util.List;
import java.util.function.DoubleSupplier;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.RewardFamily;
import kelvin.learner.ValueLearner;
import kelvin.learner.adversarial.TsallisInf;
import kelvin.learner.bayes.BayesUcb;
import kelvin.learner.bayes.InformationDirected;
import kelvin.learner.bayes.ThompsonBeta;
import kelvin.learner.bayes.TopTwoBeta;
import kelvin.learner.bayes.TopTwoGaussian;
import kelvin.learner.identification.LilUcb;
import kelvin.learner.index.Besa;
import kelvin.learner.index.Imed;
import kelvin.learner.index.KlUcb;
import kelvin.learner.index.KlUcbPlus;
import kelvin.learner.index.KlUcbPlusPlus;
import kelvin.learner.index.Moss;
import kelvin.learner.index.MossAnytime;
import kelvin.learner.index.OcUcb;
import kelvin.learner.index.Ucb1;
import kelvin.learner.meta.Corral;
import kelvin.learner.nonstationary.Aggregate;
import kelvin.learner.nonstationary.GlrKlUcb;
import kelvin.learner.nonstationary.ThompsonDsw;
import kelvin.policy.Softmax;
import kelvin.random.Seed;
import kelvin.schedule.InverseCount;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The cost of a step of a learner, with the parameters of {@code experiments/all-learners-easy.yaml}: processor time of choosing among
 * ten arms, nine coins of 0.45 and one of 0.55, and learning from the reward; the later half of 20 000 steps, in nanoseconds.
 *
 * <p>Only classes of the JDK show outside, so that a loader may bring the learners of another version.
 */
public final class LearnerLoop implements DoubleSupplier {
    private static final int ARMS = 10;
    private static final int HORIZON = 20_000;

    private final LearnerSpec spec;

    /**
     * Creates a loop.
     *
     * @param label the learner's label in the file
     * @throws IllegalArgumentException if no learner here has that label
     */
    public LearnerLoop(String label) {
        this.spec = learner(label);
    }

    private static LearnerSpec learner(String label) {
        return switch (label) {
            case "softmax" -> new ValueLearner(new Softmax(0.1), 0, new InverseCount(1), false);
            case "MOSS" -> new Moss();
            case "MOSS anytime" -> new MossAnytime(1);
            case "OCUCB" -> new OcUcb(2, 0.5);
            case "KL-UCB" -> new KlUcb(RewardFamily.BERNOULLI, 1, 0);
            case "KL-UCB⁺" -> new KlUcbPlus(RewardFamily.BERNOULLI, 1);
            case "KL-UCB⁺⁺" -> new KlUcbPlusPlus(RewardFamily.BERNOULLI, 1);
            case "IMED" -> new Imed(RewardFamily.BERNOULLI, 1);
            case "BESA" -> new Besa();
            case "Bayes-UCB" -> new BayesUcb(false);
            case "information directed" -> new InformationDirected(200);
            case "f-dsw Thompson" -> new ThompsonDsw(0.995, 100, Aggregate.MEAN);
            case "GLR-KL-UCB" -> new GlrKlUcb(0.01, 0.05, false, 10);
            case "GLR-KL-UCB, every 1" -> new GlrKlUcb(0.01, 0.05, false, 1);
            case "lil'UCB" -> new LilUcb(0.05, 0.5, 1, 0.01);
            case "top-two Beta" -> new TopTwoBeta(0.5, 100);
            case "top-two Gaussian" -> new TopTwoGaussian(0.5, 0.5, 0.5, 100);
            case "Corral" -> new Corral(List.of(new Ucb1(), new ThompsonBeta(1, 1), new TsallisInf(1)), 0.05);
            default -> throw new IllegalArgumentException("no learner " + label);
        };
    }

    @Override
    public double getAsDouble() {
        Learner player = spec.create(new BanditTask(ARMS, HORIZON), Seed.of(1).generator());
        UniformRandomProvider random = Seed.of(2).generator();
        play(player, 1, HORIZON / 2, random);
        long start = Work.processorTime();
        play(player, HORIZON / 2 + 1, HORIZON, random);
        return (Work.processorTime() - start) / (HORIZON / 2.0);
    }

    private static void play(Learner player, int from, int to, UniformRandomProvider random) {
        for (int step = from; step <= to; step++) {
            int action = player.select(step);
            player.observe(step, action, coin(action, random));
        }
    }

    private static double coin(int arm, UniformRandomProvider random) {
        return random.nextDouble() < (arm == 0 ? 0.55 : 0.45) ? 1 : 0;
    }
}
