package kelvin.learner.index;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Optional;
import kelvin.contract.Guarantee;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.SufficientHistory;
import kelvin.numeric.Log;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * MOSS, minimax optimal for a known horizon and rewards in [0, 1]: actions played their share are no longer explored.
 *
 * <pre>
 *   mean[a] + √(max(0, ln(T/(K n[a])))/n[a]),   T = horizon, K = actions, n[a] = plays of a
 * </pre>
 *
 * <p>Untried actions come first, in random order; ties are broken at random. Rewards outside [0, 1] are taken as they
 * are, but no bound then holds. Closed actions count in K. Needs a known horizon. Cost per step: a logarithm and a
 * square root per action. Among more than
 * 64 actions, all open, only the best of those played equally often counts: the cost is then per different number of plays.
 *
 * @see <a href="https://www.di.ens.fr/willow/pdfscurrent/COLT09a.pdf">Audibert and Bubeck (2009), Minimax policies for
 *     adversarial and stochastic bandits</a>
 */
@Summary("the largest mean + √(ln⁺(T/(K·n))/n): minimax optimal, knows the horizon T")
@Stability(STABLE)
public record Moss() implements LearnerSpec {
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
        double share = (double) problem.knownHorizon() / problem.actions();
        return IndexPlayer.bounded(
                problem.actions(), step -> share, (mean, plays, each) -> index(mean, plays, each, 1), random);
    }

    /** Returns the index with the number of plays that would be each action's share. */
    static double index(double mean, long n, double share, double factor) {
        return mean + Math.sqrt(factor * Math.max(0, Log.of(share / n)) / n);
    }
}
