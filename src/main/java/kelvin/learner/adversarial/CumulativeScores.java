package kelvin.learner.adversarial;

import java.util.BitSet;
import kelvin.contract.StateFields;

/** Adversarial learners that accumulate estimates of rewards and turn the sums into probabilities. */
final class CumulativeScores implements ImportanceWeighted.Rule {
    /** An estimate of the reward, added to the sum of its action. */
    interface Estimate {
        double of(long step, double reward, double probability);
    }

    /** A map from the sums, −∞ for closed actions, to the probabilities of a step. */
    interface Law {
        /** Writes the probabilities in place of the sums. */
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

    /** Returns the importance-weighted loss (1 − r)/p with its sign changed, an unbiased estimate to add to the sum. */
    static double loss(long step, double reward, double probability) {
        return (reward - 1) / probability;
    }

    @Override
    public void state(StateFields fields) {
        fields.reals("sums", sums, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
    }
}
