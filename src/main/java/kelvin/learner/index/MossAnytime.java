package kelvin.learner.index;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Optional;
import kelvin.contract.Default;
import kelvin.contract.Guarantee;
import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.SufficientHistory;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * MOSS-anytime, minimax optimal without knowing the horizon, for rewards in [0, 1].
 *
 * <pre>
 *   mean[a] + √((1 + α)/2 · max(0, ln(t/(K n[a])))/n[a]),   t = plays so far, K = actions, n[a] = plays of a
 * </pre>
 *
 * <p>Untried actions come first, in random order; ties are broken at random. Rewards outside [0, 1] are taken as they
 * are, but no bound then holds. Closed actions count in K. Cost per step: a logarithm and a square root per action. Among more than
 * 64 actions, all open, only the best of those played equally often counts: the cost is then per different number of plays.
 *
 * @param alpha α; finite and ≥ 0
 * @see <a href="https://proceedings.mlr.press/v48/degenne16.html">Degenne and Perchet (2016), Anytime optimal
 *     algorithms in stochastic multi-armed bandits</a>
 */
@Summary("MOSS with the plays so far in place of the horizon, and bounds wider by √((1 + alpha)/2)")
@Stability(STABLE)
public record MossAnytime(@Default("1") double alpha) implements LearnerSpec {
    public MossAnytime {
        Require.notNegative("alpha", alpha);
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
        return Optional.of(Guarantee.bound(0.5));
    }

    @Override
    public Learner create(BanditTask problem, UniformRandomProvider random) {
        double actions = problem.actions();
        double factor = (1 + alpha) / 2;
        return IndexPlayer.bounded(
                problem.actions(),
                step -> (step - 1) / actions,
                (mean, plays, share) -> Moss.index(mean, plays, share, factor),
                random);
    }
}
