package kelvin.learner.bayes;

import java.util.Arrays;
import java.util.BitSet;
import kelvin.learner.BernoulliTrial;
import kelvin.numeric.GammaSampler;

/** Beta posteriors of success probabilities: prior counts plus successes and failures. */
final class BetaBelief implements PosteriorSampling.Belief, TopTwo.Belief {
    final double[] a;
    final double[] b;
    private final BernoulliTrial tosses;

    BetaBelief(int actions, double priorSuccesses, double priorFailures, BernoulliTrial tosses) {
        this.a = new double[actions];
        this.b = new double[actions];
        this.tosses = tosses;
        Arrays.fill(a, priorSuccesses);
        Arrays.fill(b, priorFailures);
    }

    @Override
    public double draw(int action, GammaSampler gammas) {
        return gammas.beta(a[action], b[action]);
    }

    @Override
    public double mean(int action) {
        return a[action] / (a[action] + b[action]);
    }

    @Override
    public void learn(long step, int action, double reward) {
        if (tosses.success(reward)) {
            a[action]++;
        } else {
            b[action]++;
        }
    }

    @Override
    public boolean best(BitSet open, double[] out) {
        BestBeta.probabilities(a, b, open, out);
        return true;
    }
}
