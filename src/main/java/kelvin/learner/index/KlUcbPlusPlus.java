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
 * KL-UCB⁺⁺: both minimax and asymptotically optimal for a known horizon.
 *
 * <pre>
 *   max {q : n[a]·kl(mean[a], q) ≤ φ·g(n[a])},   g(n) = ln⁺(T/(K n) · (1 + ln⁺²(T/(K n))))
 * </pre>
 *
 * <p>T = horizon, K = actions (closed ones too), n[a] = plays of a, ln⁺ = max(0, ln). Needs a known horizon. Untried actions come first, in random order; ties are broken at random. Cost per step: a division per
 * action and a value of kl or two, of two logarithms each; equations are solved for ties alone ({@link LargestBound}).
 * For the Gaussian family a square root per action. Among more than 64 actions, all open, one equation is solved per
 * different number of plays.
 *
 * @param family what rewards are like
 * @param dispersion φ, of which {@link RewardFamily} says what it is; finite and &gt; 0
 * @see <a href="https://proceedings.mlr.press/v76/m%C3%A9nard17a.html">Ménard and Garivier (2017), A minimax and
 *     asymptotically optimal algorithm for stochastic bandits</a>
 */
@Summary("KL-UCB that knows the horizon: minimax and asymptotically optimal")
@Stability(STABLE)
public record KlUcbPlusPlus(
        @Default("bernoulli") RewardFamily family,
        @Default("1") double dispersion) implements LearnerSpec {
    public KlUcbPlusPlus {
        Require.positive("dispersion", dispersion);
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
        double share = (double) problem.knownHorizon() / problem.actions();
        return KlIndex.player(problem.actions(), family, dispersion, step -> 0, n -> level(share / n), random);
    }

    private static double level(double share) {
        double log = Math.max(0, Log.of(share));
        return Log.of(share * (1 + log * log));
    }
}
