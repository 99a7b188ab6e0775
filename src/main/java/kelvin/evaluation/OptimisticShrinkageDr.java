package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Require;
import kelvin.contract.Stability;
import kelvin.numeric.ShortestDecimal;

/**
 * The doubly robust estimator with optimistic shrinkage (DRos): large weights count less, which lowers the variance for a bias.
 *
 * <pre>
 *   (1/n) Σ [ Σ_b π(b)·q̂(b) + ŵ·(r − q̂(a)) ],   ŵ = λ·w/(w² + λ)
 * </pre>
 *
 * <p>No weight ŵ exceeds √λ/2, which w = √λ reaches. λ → 0 gives the direct method, λ → ∞ the doubly robust estimator. A decision
 * adds (w − ŵ)·(q̂(a) − r) to the bias for a reward r that may be anywhere in the range of rewards. Intervals include that, so they
 * hold for the truth and contain those of {@link DoublyRobust}.
 *
 * @see <a href="https://arxiv.org/abs/1907.09623">Su, Dimakopoulou, Krishnamurthy and Dudík (2020), Doubly robust off-policy
 *     evaluation with shrinkage</a>
 * @param lambda the square of the weight at which ŵ is largest, λ; finite and &gt; 0
 */
@Stability(MAY_CHANGE)
public record OptimisticShrinkageDr(double lambda) implements Estimator {
    public OptimisticShrinkageDr {
        Require.positive("lambda", lambda);
    }

    /**
     * Returns the estimator with λ = 4·limit², whose weights ŵ reach the limit and do not exceed it.
     *
     * @param limit the largest weight; finite and &gt; 0
     * @return the estimator
     */
    public static OptimisticShrinkageDr within(double limit) {
        Require.positive("limit", limit);
        return new OptimisticShrinkageDr(Math.min(Double.MAX_VALUE, Math.max(Double.MIN_VALUE, 4 * limit * limit)));
    }

    @Override
    public String label() {
        return "DRos λ=" + ShortestDecimal.text(lambda).replaceFirst("\\.0$", "");
    }

    /** Returns λw/(w² + λ) without overflow, and never more than w. */
    private double shrunk(double weight) {
        return Math.min(weight, 1 / (1 / weight + weight / lambda));
    }

    @Override
    public double numerator(WeightedDecision decision) {
        return decision.expected() + shrunk(decision.weight()) * (decision.reward() - decision.predicted());
    }

    @Override
    public Interval bias(WeightedDecision decision, Interval rewards) {
        double cut = decision.weight() - shrunk(decision.weight());
        return new DoublyRobust().bias(decision, rewards, cut);
    }

    @Override
    public boolean modelled() {
        return true;
    }

    @Override
    public Interval bounds(Interval rewards, double largest) {
        return new DoublyRobust().bounds(rewards, largest);
    }
}
