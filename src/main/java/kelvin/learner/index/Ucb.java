package kelvin.learner.index;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.SufficientHistory;
import kelvin.numeric.Log;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Upper confidence bounds with a free exploration constant.
 *
 * <pre>
 *   mean[a] + c·√(ln step/n[a]),   n[a] = plays of a
 * </pre>
 *
 * <p>Untried actions come first, in random order; ties are broken at random. Cost per step: one logarithm,
 * two square roots, and a multiplication per action. Among more than 64 actions, all open, only the best of those played equally often counts: the cost is then per different number of plays.
 *
 * @param exploration c, in reward units; finite and ≥ 0
 * @see <a href="http://incompleteideas.net/book/the-book-2nd.html">Sutton and Barto (2018), eq. 2.10</a>
 */
@Summary("the largest mean + exploration·√(ln step/n); untried arms first")
@Stability(STABLE)
public record Ucb(double exploration) implements LearnerSpec {
    public Ucb {
        Require.notNegative("exploration", exploration);
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
        return WidthIndex.player(problem.actions(), step -> exploration * Math.sqrt(Log.of(step)), random);
    }
}
