package kelvin.learner.index;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Estimates;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.SufficientHistory;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * UCB-V: bounds from an empirical Bernstein inequality, for rewards in [0, 1].
 *
 * <pre>
 *   mean[a] + √(2 V[a] ln t/n[a]) + 3 ln t/n[a],   V[a] = variance of a's rewards
 * </pre>
 *
 * <p>t = plays so far, n[a] = plays of a. Untried actions come first, in random order; ties are broken at random. Good
 * where the best actions vary little; the last term makes the start slow. Cost per step: one logarithm and a square
 * root per action.
 *
 * @see <a href="https://doi.org/10.1016/j.tcs.2009.01.016">Audibert, Munos and Szepesvári (2009),
 *     Exploration-exploitation tradeoff using variance estimates in multi-armed bandits, with ζ = 1, c = 1</a>
 */
@Summary("the largest mean + √(2V·ln t/n) + 3·ln t/n, V the variance seen; rewards in [0, 1]")
@Stability(STABLE)
public record UcbV() implements LearnerSpec {
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
        return IndexPlayer.byLogPlays(problem.actions(), UcbV::index, random);
    }

    private static double index(int action, Estimates seen, double log) {
        double rate = log / seen.count(action);
        return seen.value(action) + Math.sqrt(2 * seen.variance(action) * rate) + 3 * rate;
    }
}
