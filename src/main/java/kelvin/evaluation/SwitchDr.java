package kelvin.evaluation;

import static kelvin.contract.Stability.Level.MAY_CHANGE;

import kelvin.contract.Require;
import kelvin.contract.Stability;

/**
 * Switch-DR: doubly robust where the weight is within a limit, the direct method where it is not.
 *
 * <pre>
 *   (1/n) Σ [ Σ_b π(b)·q̂(b) + w·(r − q̂(a))·1(w ≤ limit) ]
 * </pre>
 *
 * <p>A decision whose weight exceeds the limit adds w·(q̂(a) − r) to the bias for a reward r that may be anywhere in the range of
 * rewards. Intervals include that, so they hold for the truth and contain those of {@link DoublyRobust}.
 *
 * @see <a href="https://arxiv.org/abs/1612.01205">Wang, Agarwal and Dudík (2017), Optimal and adaptive off-policy evaluation in
 *     contextual bandits</a>
 * @param limit the largest weight that is trusted; finite and &gt; 0
 */
@Stability(MAY_CHANGE)
public record SwitchDr(double limit) implements Estimator {
    public SwitchDr {
        Require.positive("limit", limit);
    }

    @Override
    public String label() {
        return "Switch-DR";
    }

    @Override
    public double numerator(WeightedDecision decision) {
        return decision.weight() <= limit ? new DoublyRobust().numerator(decision) : decision.expected();
    }

    @Override
    public Interval bias(WeightedDecision decision, Interval rewards) {
        double cut = decision.weight() <= limit ? 0 : decision.weight();
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
