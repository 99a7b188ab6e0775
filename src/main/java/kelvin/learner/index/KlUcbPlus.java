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
 * KL-UCB⁺: {@link KlUcb} that explores often played actions less.
 *
 * <pre>
 *   max {q : n[a]·kl(mean[a], q) ≤ φ·ln(t/n[a])},   t = plays so far, n[a] = plays of a
 * </pre>
 *
 * <p>Untried actions come first, in random order; ties are broken at random. Cost per step: a division per
 * action and a value of kl or two, of two logarithms each; equations are solved for ties alone ({@link LargestBound}).
 * For the Gaussian family a square root per action. Among more than 64 actions, all open, one equation is solved per
 * different number of plays.
 *
 * @param family what rewards are like
 * @param dispersion φ, of which {@link RewardFamily} says what it is; finite and &gt; 0
 * @see <a href="https://proceedings.mlr.press/v19/garivier11a.html">Garivier and Cappé (2011), The KL-UCB algorithm for
 *     bounded stochastic bandits and beyond; analysed by Kaufmann (2018), Annals of Statistics 46</a>
 */
@Summary("KL-UCB with ln(t/n) in place of ln t: explores often played arms less")
@Stability(STABLE)
public record KlUcbPlus(
        @Default("bernoulli") RewardFamily family,
        @Default("1") double dispersion) implements LearnerSpec {
    public KlUcbPlus {
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
        return KlIndex.player(problem.actions(), family, dispersion, step -> Log.of(step - 1), n -> -Log.of(n), random);
    }
}
