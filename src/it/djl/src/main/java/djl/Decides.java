package djl;

import ai.djl.engine.Engine;
import java.util.Arrays;
import kelvin.policy.Softmax;
import kelvin.policy.UniformMix;
import kelvin.random.Seed;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Learns from rewards alone which of two answers is right, where neither input tells by itself: a softmax decides on the scores of a
 * network. Every answer keeps at least 5 %, so that the log of propensities tells what other policies would have earned.
 *
 * <p>The network is one of DJL's where its PyTorch engine is on the class path (profile {@code engine}), else a small one of Kelvin's.
 */
public final class Decides {
    private static final int DECISIONS = 3000;
    private static final int LATEST = 500;

    private Decides() {}

    /**
     * Fails if the right answers were not learnt, or if the log does not tell what always answering 0 would have earned: half.
     *
     * @param args none
     */
    public static void main(String[] args) {
        boolean engine = Engine.getAllEngines().contains("PyTorch");
        UniformRandomProvider world = Seed.of(1).child("world").generator();
        ContextualPolicy policy = new ContextualPolicy(
                new UniformMix(new Softmax(0.1), 0.05), Seed.of(1).child("policy").generator());
        double[] earned = new double[DECISIONS];
        double zeros = 0;
        try (Scores scores = engine ? new DeepScores(2, 16, 2, 0.02f, 1) : new SmallScores(2, 16, 2, 0.02, 1)) {
            for (int t = 0; t < DECISIONS; t++) {
                int left = world.nextInt(2);
                int right = world.nextInt(2);
                float[] context = {2 * left - 1, 2 * right - 1};
                ContextualPolicy.Decision decision = policy.decide(scores.of(context));
                float reward = decision.action() == (left ^ right) ? 1 : 0;
                scores.learn(context, decision.action(), reward);
                earned[t] = reward;
                zeros += decision.action() == 0 ? reward / decision.propensity() : 0;
            }
        }
        double latest = Arrays.stream(earned, DECISIONS - LATEST, DECISIONS).average().orElse(0);
        double always = zeros / DECISIONS;
        System.out.println((engine ? Engine.getInstance().getEngineName() : "no engine") + ": right in " + latest
                + " of the latest decisions; always 0 would have been right in " + always + ", by propensities");
        if (latest < 0.9 || Math.abs(always - 0.5) > 0.1) {
            throw new AssertionError("not learnt, or propensities are wrong");
        }
    }
}
