package kelvin.learner.bayes;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.BitSet;
import kelvin.contract.Require;
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
import kelvin.numeric.Log;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The Gittins index of Beta posteriors, by a closed approximation: nearly the best one can do for discounted rewards of 0 or 1.
 *
 * <pre>
 *   index[i] = m + √(m(1 − m)/(n + 1))·ψ(1/((n + 1)·ln(1/γ))),   Beta(a, b) with a = 1 + successes, b = 1 + failures, n = a + b, m = a/n
 *   ψ(s) = √(s/2) up to s = 0.2, 0.49 − 0.11/√s up to 1, 0.63 − 0.26/√s up to 5, 0.77 − 0.58/√s up to 15,
 *          √(2 ln s − ln ln s − ln 16π) beyond
 * </pre>
 *
 * <p>It is asymptotically right for long memories and many plays; for few plays it lies below the exact index (at Beta(1, 1) and
 * γ = 0.9 it is 0.64, exactly 0.703). A reward r strictly between 0 and 1 counts as a success with probability r. Ties are broken at
 * random. Cost per step: a square root or two per action.
 *
 * @see <a href="https://doi.org/10.1016/S0165-1889(01)00028-8">Brezzi and Lai (2002), Optimal learning and experimentation in bandit
 *     problems</a>
 * @param discount γ: what a reward is worth one step later; in (0, 1)
 */
@Summary("the largest Gittins index of Beta posteriors, by the closed approximation of Brezzi and Lai")
@Stability(STABLE)
public record Gittins(double discount) implements LearnerSpec {
    public Gittins {
        Require.that(discount > 0 && discount < 1, "discount", discount, "in (0, 1)");
    }

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
        BetaBelief belief = new BetaBelief(problem.actions(), 1, 1, new BernoulliTrial(random));
        double rate = -Log.of(discount);
        InitialPulls none = new InitialPulls(0, random);
        return new IndexPlayer(problem.actions(), new Boundaries(belief, rate), none, random);
    }

    /** Returns the index for a discount rate of ln(1/γ). */
    static double index(double a, double b, double rate) {
        double n = a + b;
        double mean = a / n;
        return mean + Math.sqrt(mean * (b / n) / (n + 1)) * boundary(1 / ((n + 1) * rate));
    }

    /**
     * Returns ψ, the optimal stopping boundary of Brownian motion, in the pieces of the source, which meet within 0.1.
     */
    private static double boundary(double s) {
        double root = Math.sqrt(s);
        if (s <= 0.2) {
            return Math.sqrt(s / 2);
        } else if (s <= 1) {
            return 0.49 - 0.11 / root;
        } else if (s <= 5) {
            return 0.63 - 0.26 / root;
        } else if (s <= 15) {
            return 0.77 - 0.58 / root;
        }
        double log = Log.of(s);
        return Math.sqrt(2 * log - Log.of(log) - Log.of(16 * Math.PI));
    }

    private record Boundaries(BetaBelief belief, double rate) implements Index {
        @Override
        public void observe(long step, int action, double reward) {
            belief.learn(step, action, reward);
        }

        @Override
        public void write(long step, BitSet open, double[] out) {
            for (int i = 0; i < out.length; i++) {
                out[i] = open.get(i) ? index(belief.a[i], belief.b[i], rate) : Double.NEGATIVE_INFINITY;
            }
        }

        @Override
        public void state(StateFields fields) {
            belief.state(fields);
        }
    }
}
