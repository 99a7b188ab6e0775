package kelvin.evaluation;

import kelvin.contract.Require;

/**
 * Switch-DR: doubly robust where the weight is within a limit, the direct method where it is not.
 *
 * <pre>
 *   (1/n) Σ [ Σ_b π(b)·q̂(b) + w·(r − q̂(a))·1(w ≤ limit) ]
 * </pre>
 *
 * @see <a href="https://arxiv.org/abs/1612.01205">Wang, Agarwal and Dudík (2017), Optimal and adaptive off-policy evaluation in
 *     contextual bandits</a>
 * @param limit the largest weight that is trusted; finite and &gt; 0
 */
public record SwitchDr(double limit) implements Estimator {
    /**
     * Checks the limit.
     *
     * @param limit the largest weight that is trusted; finite and &gt; 0
     */
    public SwitchDr {
        Require.positive("limit", limit);
    }

    @Override
    public String label() {
        return "Switch-DR";
    }

    @Override
    public double numerator(Weighed decision) {
        return decision.weight() <= limit ? new DoublyRobust().numerator(decision) : decision.expected();
    }

    @Override
    public Bounds bounds(Bounds rewards, double largest) {
        return new DoublyRobust().bounds(rewards, Math.min(largest, limit));
    }
}
