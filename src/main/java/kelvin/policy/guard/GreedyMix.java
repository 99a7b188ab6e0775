package kelvin.policy.guard;

import kelvin.numeric.NeumaierSum;
import kelvin.policy.ValueChecks;
import kelvin.policy.Workspace;

/** Mixes a policy with the greedy one, just so much that a bound on the actions that are not the best is kept. */
interface GreedyMix extends GuardRail {
    /**
     * Returns the share of the policy in the mixture: the largest at which the bound is kept.
     *
     * @param values estimated value of each action, −∞ where it is closed
     * @param best the largest of them
     * @param p the policy's probabilities
     * @param total a sum to use, cleared
     * @return a number in [0, 1]
     */
    double kept(double[] values, double best, double[] p, NeumaierSum total);

    @Override
    default void probabilities(double[] values, double[] out, Workspace work) {
        double best = ValueChecks.best(values, out);
        double[] p = work.array(0, values.length);
        work.part(0).probabilities(policy(), values, p);
        double kept = kept(values, best, p, work.total());
        double greedy = (1 - kept) / ValueChecks.count(values, best);
        for (int i = 0; i < p.length; i++) {
            out[i] = kept * p[i] + (values[i] == best ? greedy : 0);
        }
    }
}
