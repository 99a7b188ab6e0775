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
 * UCB1: plays the action with the largest upper confidence bound, for rewards in [0, 1].
 *
 * <pre>
 *   mean[a] + √(2 ln t/n[a]),   t = plays so far, n[a] = plays of a
 * </pre>
 *
 * <p>Untried actions come first, in random order; ties are broken at random. Rewards outside [0, 1] are taken as they are, but
 * the regret bound then no longer holds. Cost per step: one logarithm,
 * two square roots, and a multiplication per action. Among more than 64 actions, all open, only the best of those played equally often counts: the cost is then per different number of plays.
 *
 * @see <a href="https://doi.org/10.1023/A:1013689704352">Auer, Cesa-Bianchi and Fischer (2002), Finite-time analysis of the
 *     multiarmed bandit problem, figure 1</a>
 */
@Summary("the largest mean + √(2 ln t/n), t = plays so far; untried arms first")
@Stability(STABLE)
public record Ucb1() implements LearnerSpec {
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
        return WidthIndex.player(problem.actions(), step -> Math.sqrt(2 * Log.of(step - 1)), random);
    }
}
