package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * The doubly robust estimator: the direct method plus an importance-weighted correction of its errors; unbiased if the
 * propensities or the model are right.
 *
 * <pre>
 *   (1/n) Σ [ Σ_b π(b)·q̂(b) + w·(r − q̂(a)) ]
 * </pre>
 *
 * @see <a href="https://arxiv.org/abs/1103.4601">Dudík, Langford and Li (2011), Doubly robust policy evaluation and
 *     learning</a>
 */
@Stability(MAY_CHANGE)
public record DoublyRobust() implements Estimator {
    @Override
    public String label() {
        return "doubly robust";
    }

    @Override
    public double numerator(WeightedDecision decision) {
        return decision.expected() + decision.weight() * (decision.reward() - decision.predicted());
    }

    @Override
    public Interval bias(WeightedDecision decision, Interval rewards) {
        return rewards.differences().times(decision.unlogged());
    }

    /** Returns the bias of the estimator whose weight falls short of the decision's by {@code cut}. */
    Interval bias(WeightedDecision decision, Interval rewards, double cut) {
        return bias(decision, rewards).plus(rewards.errors(decision.predicted()).times(cut));
    }

    @Override
    public boolean modelled() {
        return true;
    }

    @Override
    public Interval bounds(Interval rewards, double largest) {
        double most = largest * rewards.width();
        return new Interval(rewards.low() - most, rewards.high() + most);
    }
}
