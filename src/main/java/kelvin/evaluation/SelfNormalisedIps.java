package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * Self-normalised inverse propensity scoring: a weighted mean, which stays within the rewards; its bias is of order
 * 1/n, and its variance is smaller.
 *
 * <pre>
 *   Σ w·r / Σ w
 * </pre>
 *
 * @see <a href="https://papers.nips.cc/paper/5748">Swaminathan and Joachims (2015), The self-normalized estimator for
 *     counterfactual learning</a>
 */
@Stability(MAY_CHANGE)
public record SelfNormalisedIps() implements Estimator {
    @Override
    public String label() {
        return "self-normalised IPS";
    }

    @Override
    public double numerator(WeightedDecision decision) {
        return decision.weight() * decision.reward();
    }

    @Override
    public double denominator(WeightedDecision decision) {
        return decision.weight();
    }

    @Override
    public Interval bias(WeightedDecision decision, Interval rewards) {
        return rewards.differences().times(decision.unlogged());
    }

    @Override
    public Interval bounds(Interval rewards, double largest) {
        return rewards;
    }
}
