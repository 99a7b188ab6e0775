package kelvin.learner.adversarial;

import static kelvin.contract.Stability.Level.STABLE;

import kelvin.contract.Default;
import kelvin.contract.Require;
import kelvin.contract.Rewards;
import kelvin.contract.Stability;
import kelvin.contract.Summary;
import kelvin.learner.BanditTask;
import kelvin.learner.Learner;
import kelvin.learner.LearnerSpec;
import kelvin.learner.SufficientHistory;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Exp3 without a horizon: exponential weights over estimated total losses, with a falling learning rate and no forced exploration. For
 * rewards in [0, 1].
 *
 * <pre>
 *   p[i] ∝ exp(−η·L[i]),   L[a] ← L[a] + (1 − r)/p[a],   η = scale·√(ln K/(step·K))
 * </pre>
 *
 * <p>Its pseudo-regret against the best fixed action is at most 2√(T·K ln K) at every T, for scale 1. Losses instead of rewards keep
 * an unexplored action attractive. While actions are closed the weights are over the open ones. Cost per step: one softmax.
 *
 * @see <a href="https://doi.org/10.1561/2200000024">Bubeck and Cesa-Bianchi (2012), Regret analysis of stochastic and
 *     nonstochastic multi-armed bandit problems, on Exp3</a>
 * @param scale a factor on the learning rate; finite and &gt; 0
 */
@Summary("exponential weights over importance-weighted losses, rate falling as 1/sqrt(step); for adversaries")
@Stability(STABLE)
public record Exp3Anytime(@Default("1") double scale) implements LearnerSpec {
    public Exp3Anytime {
        Require.positive("scale", scale);
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
        int actions = problem.actions();
        double rate = scale * LearningRate.factor(actions);
        CumulativeScores.Law law = (step, sums, out) -> LearningRate.weigh(rate / Math.sqrt(step), sums, out);
        return new ImportanceWeighted(new CumulativeScores(actions, law, CumulativeScores::loss), actions, random);
    }
}
