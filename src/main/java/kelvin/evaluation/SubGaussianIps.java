package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.numeric.ShortestDecimal;

/**
 * Inverse propensity scoring with sub-Gaussian weights, harmonic means of the weight and 1: less variance for a bias.
 *
 * <pre>
 *   (1/n) Σ ŵ·r,   ŵ = w / (1 − λ + λ·w)
 * </pre>
 *
 * <p>No weight ŵ exceeds 1/λ. λ = 0 gives {@link Ips}, λ = 1 counts every reward of an action that the target may take once. A
 * decision adds (ŵ − w)·r to the bias for a reward r that may be anywhere in the range of rewards: weights above 1 fall and those
 * below 1 rise. Intervals include that, so they hold for the truth.
 *
 * @see <a href="https://papers.nips.cc/paper/2021/hash/4476b929e30dd0c4e8bdbcc82c6ba23a-Abstract.html">Metelli, Russo and Restelli
 *     (2021), Subgaussian and differentiable importance sampling for off-policy evaluation and learning</a>
 * @param lambda the weight of w in the harmonic mean, λ; in [0, 1]
 */
@Stability(MAY_CHANGE)
public record SubGaussianIps(double lambda) implements Estimator {
    public SubGaussianIps {
        Require.that(lambda >= 0 && lambda <= 1, "lambda", lambda, "in [0, 1]");
    }

    /**
     * Returns the estimator with λ = 1/limit, or 1 where that is less, whose weights stay below the limit.
     *
     * @param limit the largest weight; finite and &gt; 0
     * @return the estimator
     */
    public static SubGaussianIps within(double limit) {
        Require.positive("limit", limit);
        return new SubGaussianIps(Math.min(1, 1 / limit));
    }

    @Override
    public String label() {
        return "sub-Gaussian λ=" + ShortestDecimal.text(lambda).replaceFirst("\\.0$", "");
    }

    private double smoothed(double weight) {
        return weight == 0 ? 0 : weight / (1 - lambda + lambda * weight);
    }

    @Override
    public double numerator(WeightedDecision decision) {
        return smoothed(decision.weight()) * decision.reward();
    }

    @Override
    public Interval bias(WeightedDecision decision, Interval rewards) {
        double gain = smoothed(decision.weight()) - decision.weight();
        return new Ips().bias(decision, rewards).plus(rewards.times(gain));
    }

    /** Returns those of IPS, wider by the range of rewards times the most that a weight below 1 can rise. */
    @Override
    public Interval bounds(Interval rewards, double largest) {
        double root = Math.sqrt(1 - lambda);
        Interval risen = rewards.differences().times((1 - root) / (1 + root));
        return new Ips().bounds(rewards, largest).plus(risen);
    }
}
