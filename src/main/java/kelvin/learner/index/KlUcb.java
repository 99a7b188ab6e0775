package kelvin.learner.index;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Optional;
import kelvin.contract.Default;
import kelvin.contract.Guarantee;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.RewardFamily;
import kelvin.learner.SufficientHistory;
import kelvin.numeric.Log;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * KL-UCB: plays the action with the largest upper confidence bound, by the Kullback–Leibler divergence of its family of
 * rewards.
 *
 * <pre>
 *   max {q : n[a]·kl(mean[a], q) ≤ φ·(ln t + c·ln ln t)},   t = plays so far, n[a] = plays of a
 * </pre>
 *
 * <p>With c ≥ 3 its regret is proven to grow as slowly as any learner's can; c = 0 is better in practice. ln ln t
 * counts from t = 3. Untried actions come first, in random order; ties are broken at random. Cost per step: a division per
 * action and a value of kl or two, of two logarithms each; equations are solved for ties alone ({@link LargestBound}).
 * For the Gaussian family a square root per action. Among more than 64 actions, all open, one equation is solved per
 * different number of plays.
 *
 * @param family what rewards are like
 * @param dispersion φ, of which {@link RewardFamily} says what it is; finite and &gt; 0
 * @param logLog c; finite and ≥ 0
 * @see <a href="https://proceedings.mlr.press/v19/garivier11a.html">Garivier and Cappé (2011), The KL-UCB algorithm for
 *     bounded stochastic bandits and beyond</a>
 */
@Summary("the largest mean q with n·kl(mean, q) ≤ ln t + logLog·ln ln t, for rewards of a family")
@Stability(STABLE)
public record KlUcb(
        @Default("bernoulli") RewardFamily family,
        @Default("1") double dispersion,
        @Default("0") double logLog) implements LearnerSpec {
    public KlUcb {
        Require.positive("dispersion", dispersion);
        Require.notNegative("logLog", logLog);
    }

    @Override
    public Rewards rewards() {
        return family.rewards();
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
    public Optional<Guarantee> guarantee() {
        return family.guarantee(dispersion);
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        return KlIndex.player(problem.actions(), family, dispersion, step -> level(step - 1), plays -> 0, random);
    }

    private double level(long plays) {
        double log = Log.of(plays);
        return logLog > 0 && log > 1 ? log + logLog * Log.of(log) : log;
    }
}
