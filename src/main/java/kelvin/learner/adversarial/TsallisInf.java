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
 * Tsallis-INF: follows the regularised leader with ½-Tsallis entropy. Without knowing which it faces, its regret is of order √(K·T)
 * against an adversary and of order Σ ln T/Δ against chance. For rewards in [0, 1].
 *
 * <pre>
 *   p[i] = 4/(η·(L[i] − x))²,   x &lt; min L such that Σ p = 1,   L[a] ← L[a] + (1 − r)/p[a],   η = scale·2/√step
 * </pre>
 *
 * <p>While actions are closed the weights are over the open ones. Cost per step: a handful of Newton steps for x, each one division
 * per action.
 *
 * @see <a href="https://jmlr.org/papers/v22/19-753.html">Zimmert and Seldin (2021), Tsallis-INF: an optimal algorithm for
 *     stochastic and adversarial bandits, with importance weighting</a>
 * @param scale a factor on the learning rate; finite and &gt; 0
 */
@Summary("weights 4/(rate*(x + loss))^2 over importance-weighted losses; near optimal for chance and adversary alike")
@Stability(STABLE)
public record TsallisInf(@Default("1") double scale) implements LearnerSpec {
    public TsallisInf {
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
        CumulativeScores.Law law = (step, sums, out) -> weights(scale * 2 / Math.sqrt(step), sums, out);
        return new ImportanceWeighted(
                new CumulativeScores(problem.actions(), law, CumulativeScores::loss), problem.actions(), random);
    }

    /**
     * Writes the weights of minus the losses, those of the policy {@code Tsallis} without its sorting; may be the same
     * array. Where the largest weight would be 1 their sum is at least 1; from there Newton's steps on that decreasing,
     * convex sum never pass the root, and they end where rounding stops them.
     */
    static void weights(double rate, double[] scores, double[] out) {
        double best = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            best = Math.max(best, score);
        }
        double x = 2;
        double last = 0;
        while (x > last) {
            last = x;
            double sum = 0;
            double slope = 0;
            for (double score : scores) {
                double root = 2 / (rate * (best - score) + x);
                sum += root * root;
                slope += root * root * root;
            }
            x += (sum - 1) / slope;
        }
        for (int i = 0; i < out.length; i++) {
            double root = 2 / (rate * (best - scores[i]) + x);
            out[i] = root * root;
        }
    }
}
