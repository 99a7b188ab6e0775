package kelvin.evaluation;

/**
 * The direct method: what the reward model says of the target. As good as the model, whose own error is in no interval; propensities
 * are not used.
 *
 * <pre>
 *   (1/n) Σ Σ_b π(b)·q̂(b)
 * </pre>
 */
public record DirectMethod() implements Estimator {
    @Override
    public String label() {
        return "direct method";
    }

    @Override
    public double numerator(Weighed decision) {
        return decision.expected();
    }

    @Override
    public Bounds bounds(Bounds rewards, double largest) {
        return rewards;
    }
}
