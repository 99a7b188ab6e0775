package kelvin.learner.bayes;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Arrays;
import java.util.BitSet;
import kelvin.contract.Default;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.BernoulliTrial;
import kelvin.learner.InitialPulls;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.SufficientHistory;
import kelvin.learner.index.Index;
import kelvin.learner.index.IndexPlayer;
import kelvin.learner.index.LargestBound;
import kelvin.numeric.BetaFunction;
import kelvin.numeric.Exp;
import kelvin.numeric.Log;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Bayes-UCB: plays the action with the largest quantile of the Beta posterior of its mean. For rewards in [0, 1].
 *
 * <pre>
 *   index[i] = q with P(θ[i] &gt; q) = 1/step,   θ[i] ~ Beta(1 + successes[i], 1 + failures[i])
 * </pre>
 *
 * <p>A reward r strictly between 0 and 1 counts as a success with probability r. Ties are broken at random; at step 1 all tie. Cost per step: a division per action and
 * a value or two of the incomplete beta function; quantiles are computed for ties alone ({@link LargestBound}).
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
        BetaBelief belief = new BetaBelief(problem.actions(), 1, 1, new BernoulliTrial(random));
        return new IndexPlayer(problem.actions(), new Quantiles(problem.actions(), belief), untried, random);
    }

    /** Quantiles as solutions of −ln P(θ &gt; q) = ln step: the logarithm of a beta tail is concave for a, b ≥ 1. */
    private static final class Quantiles implements Index, LargestBound.Evidence {
        private final BetaBelief belief;
        private final LargestBound bounds;
        private long step;
        /** The point last asked for, of which action, and the density there. */
        private double point;

        private int whose;

        private double density;

        Quantiles(int actions, BetaBelief belief) {
            this.belief = belief;
            this.bounds = new LargestBound(actions, this);
        }

        @Override
        public void observe(long step, int action, double reward) {
            belief.learn(step, action, reward);
            bounds.changed(action);
        }

        @Override
        public void write(long step, BitSet open, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = BetaFunction.upperQuantile(belief.a[i], belief.b[i], 1.0 / step);
            }
        }

        @Override
        public void writeLargest(long step, BitSet open, double[] out) {
            this.step = step;
            Arrays.fill(bounds.levels(), Log.of(step));
            bounds.write(open, out);
        }

        @Override
        public double bound(int action, double level) {
            return BetaFunction.upperQuantile(belief.a[action], belief.b[action], 1.0 / step);
        }

        @Override
        public double against(int action, double x) {
            look(action, x);
            return -Log.of(BetaFunction.upper(belief.a[action], belief.b[action], x, density));
        }

        @Override
        public double slope(int action, double x, double against) {
            if (x != point || action != whose) {
                look(action, x);
            }
            return density / (x * (1 - x)) * Exp.of(against);
        }

        private void look(int action, double x) {
            point = x;
            whose = action;
            density = BetaFunction.density(belief.a[action], belief.b[action], x, 1 - x);
        }

        @Override
        public void state(StateFields fields) {
            belief.state(fields);
        }
    }
}
