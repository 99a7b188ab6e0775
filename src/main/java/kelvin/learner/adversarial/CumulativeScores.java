package kelvin.learner.adversarial;

import java.util.BitSet;

/** Adversarial learners that add up estimates of rewards and turn the sums into probabilities. */
final class CumulativeScores implements ImportanceWeighted.Rule {
    /** What a reward adds to the sum of its action. */
    interface Estimate {
        double of(long step, double reward, double probability);
    }

    /** What the sums, −∞ for closed actions, make of a step's probabilities. */
    interface Law {
        /** Writes the probabilities; the two are the same array. */
        void probabilities(long step, double[] sums, double[] out);
    }

    final double[] sums;
    private final Law law;
    private final Estimate estimate;

    CumulativeScores(int actions, Law law, Estimate estimate) {
        this.sums = new double[actions];
        this.law = law;
        this.estimate = estimate;
    }

    @Override
    public void probabilities(long step, BitSet open, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = open.get(i) ? sums[i] : Double.NEGATIVE_INFINITY;
        }
        law.probabilities(step, out, out);
    }

    @Override
    public void learn(long step, int action, double reward, double probability) {
        sums[action] += estimate.of(step, reward, probability);
    }

    /** The loss 1 − r over the probability of seeing it, as what it takes from the sum: unbiased. */
    static double loss(long step, double reward, double probability) {
        return (reward - 1) / probability;
    }
}
