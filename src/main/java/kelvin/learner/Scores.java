package kelvin.learner;

import java.util.BitSet;
import kelvin.policy.PolicySchedule;

/** Adversarial learners that add up estimates of rewards and turn the sums into probabilities by a policy. */
final class Scores implements ImportanceWeighted.Rule {
    /** What a reward adds to the sum of its action. */
    interface Estimate {
        double of(long step, double reward, double probability);
    }

    final double[] sums;
    private final PolicySchedule policy;
    private final Estimate estimate;

    Scores(int actions, PolicySchedule policy, Estimate estimate) {
        this.sums = new double[actions];
        this.policy = policy;
        this.estimate = estimate;
    }

    @Override
    public void probabilities(long step, BitSet open, double[] out) {
        for (int i = 0; i < out.length; i++) {
            out[i] = open.get(i) ? sums[i] : Double.NEGATIVE_INFINITY;
        }
        policy.at(step).probabilities(out, out);
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
