package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Stability;

/**
 * Inverse propensity scoring (IPS): unbiased where the propensities are true and every action of the target could be
 * logged.
 *
 * <pre>
 *   (1/n) Σ w·r
 * </pre>
 *
 * @see <a href="https://doi.org/10.1080/01621459.1952.10483446">Horvitz and Thompson (1952)</a>
 */
@Stability(MAY_CHANGE)
public record Ips() implements Estimator {
    @Override
    public String label() {
        return "IPS";
    }

    @Override
    public double numerator(WeightedDecision decision) {
        return decision.weight() * decision.reward();
    }

    @Override
    public Interval bias(WeightedDecision decision, Interval rewards) {
        return rewards.times(-decision.unlogged());
    }

    @Override
    public Interval bounds(Interval rewards, double largest) {
        return new Interval(Math.min(0, largest * rewards.low()), Math.max(0, largest * rewards.high()));
    }
}
