package kelvin.learner.index;

import static kelvin.contract.Stability.Level.STABLE;

import java.util.Optional;
import kelvin.contract.Guarantee;
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
 * UCB with the width of its bounds as a parameter, for rewards in [0, 1]; α = 4 is {@link Ucb1}.
 *
 * <pre>
 *   mean[a] + √(α ln t/(2 n[a])),   t = plays so far, n[a] = plays of a
 * </pre>
 *
 * <p>Its regret is logarithmic for α &gt; 1, and often smallest just there. Untried actions come first, in random
 * order; ties are broken at random. Rewards outside [0, 1] are taken as they are, but no bound then holds. Cost per step: one logarithm,
 * two square roots, and a multiplication per action. Among more than 64 actions, all open, only the best of those played equally often counts: the cost is then per different number of plays.
 *
 * @param alpha α; finite and ≥ 0
 * @see <a href="https://doi.org/10.1016/j.tcs.2009.01.016">Audibert, Munos and Szepesvári (2009),
 *     Exploration-exploitation tradeoff using variance estimates in multi-armed bandits; Bubeck and Cesa-Bianchi
 *     (2012), section 2.2</a>
 */
@Summary("the largest mean + √(alpha·ln t/(2n)), t = plays so far; UCB1 is alpha = 4")
@Stability(STABLE)
public record UcbAlpha(double alpha) implements LearnerSpec {
    public UcbAlpha {
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
        return WidthIndex.player(problem.actions(), step -> Math.sqrt(alpha / 2 * Log.of(step - 1)), random);
    }
}
