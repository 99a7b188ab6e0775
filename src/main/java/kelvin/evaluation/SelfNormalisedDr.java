package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * The self-normalised doubly robust estimator (SNDR): the direct method plus a weighted mean of its errors, whose weights sum to 1;
 * its bias is of order 1/n, and its variance is smaller.
 *
 * <pre>
 *   (1/n) Σ Σ_b π(b)·q̂(b) + Σ w·(r − q̂(a)) / Σ w
 * </pre>
 *
 * <p>Where the log never took actions of probability u, it errs by up to 2u times the width of the range of rewards: the model for
 * them, and the other errors count 1/(1 − u) times.
 *
 * @see <a href="https://arxiv.org/abs/1604.00923">Thomas and Brunskill (2016), Data-efficient off-policy policy evaluation for
 *     reinforcement learning</a>
 */
@Stability(MAY_CHANGE)
public record SelfNormalisedDr() implements Estimator {
    @Override
    public String label() {
        return "SNDR";
    }

    @Override
    public double offset(WeightedDecision decision) {
        return decision.expected();
    }

    @Override
    public double numerator(WeightedDecision decision) {
        return decision.weight() * (decision.reward() - decision.predicted());
    }

    @Override
    public double denominator(WeightedDecision decision) {
        return decision.weight();
    }

    @Override
    public Interval bias(WeightedDecision decision, Interval rewards) {
        return rewards.differences().times(2 * decision.unlogged());
    }

    @Override
    public boolean modelled() {
        return true;
    }
}
