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
 * Exp3-IX: exponential weights over losses that are underestimated a little, which explores implicitly and keeps the spread of
 * the regret small. For rewards in [0, 1].
 *
 * <pre>
 *   p[i] ∝ exp(−η·L[i]),   L[a] ← L[a] + (1 − r)/(p[a] + η/2),   η = scale·√(2 ln K/(step·K))
 * </pre>
 *
 * <p>With scale 1 the regret, not only its expectation, is of order √(T·K ln K) with high probability, at every T. While actions are
 * closed the weights are over the open ones. Cost per step: one softmax.
 *
 * @see <a href="https://arxiv.org/abs/1506.03271">Neu (2015), Explore no more: improved high-probability regret bounds for
 *     non-stochastic bandits</a>
 * @param scale a factor on the learning rate; finite and &gt; 0
 */
@Summary("Exp3 on losses with implicit exploration: losses over p + half the rate; low regret with high probability")
@Stability(STABLE)
public record Exp3Ix(@Default("1") double scale) implements LearnerSpec {
    public Exp3Ix {
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
        double rate = scale * Math.sqrt(2) * LearningRate.factor(actions);
        CumulativeScores rule = new CumulativeScores(
                actions,
                (step, sums, out) -> LearningRate.weigh(rate / Math.sqrt(step), sums, out),
                (step, reward, p) -> (reward - 1) / (p + rate / Math.sqrt(step) / 2));
        return new ImportanceWeighted(rule, actions, random);
    }
}
