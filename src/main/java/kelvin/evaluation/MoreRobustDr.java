package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * The more robust doubly robust estimator (MRDR): doubly robust, with the reward model fitted so that the estimate varies least.
 *
 * <pre>
 *   q̂ minimises Σ π(a)²·(1 − p)/p²·(r − q̂(a))²,   p = propensity
 * </pre>
 *
 * <p>The fit weighs a reward by what its error adds to the variance; a decision without any influence (π(a) = 0 or p = 1) counts
 * where its action has no other. Unbiased as {@link DoublyRobust} is.
 *
 * @see <a href="https://arxiv.org/abs/1802.03493">Farajtabar, Chow and Ghavamzadeh (2018), More robust doubly robust off-policy
 *     evaluation</a>
 */
@Stability(MAY_CHANGE)
public record MoreRobustDr() implements Estimator {
    @Override
    public String label() {
        return "MRDR";
    }

    @Override
    public double numerator(WeightedDecision decision) {
        return new DoublyRobust().numerator(decision);
    }

    @Override
    public Interval bias(WeightedDecision decision, Interval rewards) {
        return new DoublyRobust().bias(decision, rewards);
    }

    @Override
    public boolean modelled() {
        return true;
    }

    @Override
    public boolean fittedForVariance() {
        return true;
    }

    @Override
    public Interval bounds(Interval rewards, double largest) {
        return new DoublyRobust().bounds(rewards, largest);
    }
}
