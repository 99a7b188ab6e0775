package kelvin.learner.bayes;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.BitSet;
import kelvin.contract.Default;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.BernoulliTrial;
import kelvin.learner.InitialPulls;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.SufficientHistory;
import kelvin.numeric.ArgMax;
import kelvin.numeric.BetaFunction;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Bayes-UCB: plays the action with the largest quantile of the Beta posterior of its mean. For rewards in [0, 1].
 *
 * <pre>
 *   index[i] = q with P(θ[i] &gt; q) = 1/step,   θ[i] ~ Beta(1 + successes[i], 1 + failures[i])
 * </pre>
 *
 * <p>A reward r strictly between 0 and 1 counts as a success with probability r. Ties are broken at random; at step 1 all tie. Cost
 * per step: a quantile of a beta distribution, four evaluations of the incomplete beta function, for the few actions that may have
 * the largest index.
 *
 * @see <a href="https://proceedings.mlr.press/v22/kaufmann12.html">Kaufmann, Cappé and Garivier (2012), On Bayesian upper confidence
 *     bounds for bandit problems, with c = 0</a>
 * @param tryEachArmFirst whether each action is first chosen once, in random order; the paper does not
 */
@Summary("the largest upper quantile, tail 1/step, of Beta posteriors")
@Stability(STABLE)
public record BayesUcb(@Default("false") boolean tryEachArmFirst) implements LearnerSpec {
    @Override
    public Rewards rewards() {
        return Rewards.UNIT_INTERVAL;
    }

    @Override
    public boolean closableArms() {
        return true;
    }

    @Override
    public SufficientHistory sufficientHistory() {
        return SufficientHistory.SUMS;
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        InitialPulls untried = new InitialPulls(tryEachArmFirst ? problem.actions() : 0, random);
        return new Player(untried, problem.actions(), random);
    }

    /**
     * A player that computes only the quantiles that may be the largest. The logarithm of a beta tail is concave, so
     * that since it was last worked out a quantile has risen by at most what its tangent says; most actions are out of
     * the question by that.
     */
    private static final class Player implements Learner {
        private static final double ROUNDING = 1e-9;

        private final UniformRandomProvider random;
        private final InitialPulls untried;
        private final BetaBelief belief;
        private final double[] indices;
        /** The quantile as last worked out, ln step then, and the slope of minus the logarithm of the tail there. */
        private final double[] quantiles;

        private final double[] logs;
        private final double[] slopes;
        private final double[] bounds;
        private final BitSet open = new BitSet();

        Player(InitialPulls untried, int actions, UniformRandomProvider random) {
            this.untried = untried;
            this.random = random;
            this.belief = new BetaBelief(actions, 1, 1, new BernoulliTrial(random));
            this.indices = new double[actions];
            this.quantiles = new double[actions];
            this.logs = new double[actions];
            this.slopes = new double[actions];
            this.bounds = new double[actions];
            this.open.set(0, actions);
        }

        @Override
        public int select(long step) {
            if (untried.any()) {
                return untried.draw();
            }
            fill(step, indices);
            return ArgMax.of(indices, random);
        }

        @Override
        public boolean probabilities(long step, double[] out) {
            if (untried.any()) {
                untried.shares(out);
            } else {
                fill(step, out);
                ArgMax.shares(out, out);
            }
            return true;
        }

        /** Writes the indices of all actions that may have the largest, and −∞ for the others. */
        private void fill(long step, double[] out) {
            double log = StrictMath.log(step);
            for (int i = 0; i < out.length; i++) {
                double rise = slopes[i] > 0 ? (log - logs[i]) / slopes[i] : 1;
                bounds[i] = open.get(i) ? quantiles[i] + rise + ROUNDING : Double.NEGATIVE_INFINITY;
                out[i] = Double.NEGATIVE_INFINITY;
            }
            double best = Double.NEGATIVE_INFINITY;
            int next = largestBound();
            while (bounds[next] > Double.NEGATIVE_INFINITY && bounds[next] >= best) {
                bounds[next] = Double.NEGATIVE_INFINITY;
                out[next] = quantile(next, step, log);
                best = Math.max(best, out[next]);
                next = largestBound();
            }
        }

        private int largestBound() {
            int largest = 0;
            for (int i = 1; i < bounds.length; i++) {
                largest = bounds[i] > bounds[largest] ? i : largest;
            }
            return largest;
        }

        private double quantile(int action, long step, double log) {
            double a = belief.a[action];
            double b = belief.b[action];
            double x = BetaFunction.upperQuantile(a, b, 1.0 / step);
            quantiles[action] = x;
            logs[action] = log;
            slopes[action] = step * BetaFunction.density(a, b, x, 1 - x) / (x * (1 - x));
            return x;
        }

        @Override
        public void observe(long step, int action, double reward) {
            untried.tried(action);
            belief.learn(step, action, reward);
            // What was known of its quantile no longer holds: its index may be anything up to 1.
            slopes[action] = 0;
        }

        @Override
        public void open(BitSet actions) {
            untried.open(actions);
            open.clear();
            open.or(actions);
        }
    }
}
