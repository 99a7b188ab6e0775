package kelvin.learner.bayes;

import java.util.Arrays;
import java.util.BitSet;
import kelvin.contract.StateFields;
import kelvin.learner.BernoulliTrial;
import kelvin.numeric.BetaFunction;
import kelvin.numeric.GammaSampler;
import kelvin.numeric.Log;
import kelvin.numeric.Log1p;
import org.apache.commons.rng.UniformRandomProvider;

/** Beta posteriors of success probabilities: prior counts plus successes and failures. */
final class BetaBelief implements PosteriorSampling.Belief, TopTwo.Belief {
    /** The largest number of successes or failures of an action in a state that is loaded into a fresh belief. */
    private static final double MAX_TRIALS = 0x1p53;

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

    /**
     * Returns the mass C of an envelope of the density where θ[other] is the larger: with both parameters of each moved by t so that the means are equal,
     * densities f = g·C·(odds of θ[leader]/odds of θ[other])^t.
     */
    @Override
    public double envelope(int leader, int other) {
        double t = shift(leader, other);
        if (!(t > 0)) {
            return Double.POSITIVE_INFINITY;
        }
        double c = middle(leader, other);
        return part(a[leader], b[leader], c) * part(a[other], b[other], c);
    }

    /** Returns B(cn, (1 − c)n)/B(a, b)·c^(a − cn)·(1 − c)^(b − (1 − c)n), n = a + b. */
    private static double part(double a, double b, double c) {
        double n = a + b;
        double moved = BetaFunction.density(c * n, (1 - c) * n, c, 1 - c);
        return BetaFunction.density(a, b, c, 1 - c) / moved;
    }

    private double middle(int i, int j) {
        return (a[i] + a[j]) / (a[i] + b[i] + a[j] + b[j]);
    }

    private double shift(int leader, int other) {
        return a[leader] - middle(leader, other) * (a[leader] + b[leader]);
    }

    @Override
    public boolean overtake(int leader, int other, GammaSampler gammas, UniformRandomProvider random, double[] drawn) {
        double t = shift(leader, other);
        double x = gammas.beta(a[leader] - t, b[leader] + t);
        double y = gammas.beta(a[other] + t, b[other] - t);
        drawn[leader] = x;
        drawn[other] = y;
        return y > x && Log1p.of(-random.nextDouble()) < t * Log.of(x / (1 - x) * ((1 - y) / y));
    }

    @Override
    public boolean best(BitSet open, double[] out) {
        BestBeta.probabilities(a, b, open, out);
        return true;
    }

    @Override
    public void state(StateFields fields) {
        fields.reals("a", a, a[0], a[0] + MAX_TRIALS);
        fields.reals("b", b, b[0], b[0] + MAX_TRIALS);
    }
}
