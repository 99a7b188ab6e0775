package kelvin.learner.nonstationary;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.BitSet;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.StateFields;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.BernoulliTrial;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.SufficientHistory;
import kelvin.learner.bayes.BestBeta;
import kelvin.learner.bayes.PosteriorSampling;
import kelvin.learner.bayes.ThompsonBeta;
import kelvin.numeric.GammaSampler;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Sliding-window Thompson sampling: Beta posteriors from the rewards of the latest decisions alone. For rewards in [0, 1] in worlds
 * that change.
 *
 * <pre>
 *   θ[i] ~ Beta(1 + S[i], 1 + F[i]),   S, F = successes and failures among the last w decisions,   choose argmax θ
 * </pre>
 *
 * <p>A reward r strictly between 0 and 1 counts as a success with probability r. {@code probabilities} are the exact ones of being the
 * best, as in {@link ThompsonBeta}. Cost per step: two gamma variables per action. It holds 20 bytes per decision of the window.
 *
 * @see <a href="https://doi.org/10.1613/jair.1.11407">Trovò, Paladino, Restelli and Gatti (2020), Sliding-window Thompson sampling for
 *     non-stationary settings</a>
 * @param window w, in decisions of any action; at least 1
 */
@Summary("Thompson sampling with Beta posteriors from the latest decisions alone, for worlds that change")
@Stability(STABLE)
public record ThompsonWindow(int window) implements LearnerSpec {
    public ThompsonWindow {
        Require.atLeast("window", 1, window);
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
        return SufficientHistory.HISTORY;
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        return new PosteriorSampling(
                new Recent(problem.actions(), new BernoulliTrial(random)), problem.actions(), random);
    }

    private final class Recent implements PosteriorSampling.Belief {
        private final RecentRewards latest;
        private final BernoulliTrial tosses;
        private final double[] a;
        private final double[] b;

        Recent(int actions, BernoulliTrial tosses) {
            this.latest = new RecentRewards(actions, window);
            this.tosses = tosses;
            this.a = new double[actions];
            this.b = new double[actions];
            advance(1);
        }

        @Override
        public void advance(long step) {
            latest.advance(step);
            for (int i = 0; i < a.length; i++) {
                a[i] = 1 + latest.sum(i);
                b[i] = 1 + latest.count(i) - latest.sum(i);
            }
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
            latest.add(step, action, tosses.success(reward) ? 1 : 0);
        }

        @Override
        public boolean best(BitSet open, double[] out) {
            BestBeta.probabilities(a, b, open, out);
            return true;
        }

        @Override
        public void state(StateFields fields) {
            latest.state(fields);
            latest.requireTrials();
        }
    }
}
